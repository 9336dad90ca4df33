// Loaded into the measured Node before its program: tells its peak memory, in kB, to the bench when it ends.
'use strict';
const { writeSync } = require('node:fs');

process.on('exit', () => {
  writeSync(3, String(process.resourceUsage().maxRSS));
});

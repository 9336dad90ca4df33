// Copied to lib/: the other thread of a build.
'use strict';
require('./load.cjs').load('thread.js');

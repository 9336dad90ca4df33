#!/usr/bin/env node
const { load } = require('../lib/load.cjs');
load('cli.js').run(process);

// Property tests try the same values at each `npm test`, so that a change is judged by what it changed; the soak
// tries new ones, and tells the seed of what fails.
const fc = require('fast-check');

if (process.env.SOAK === undefined) fc.configureGlobal({ seed: 2026 });

/** `npm run form-script`: bundles the script of our own form anew, after a change to it or an update of altcha-lib. */
import { writeFileSync } from 'node:fs';
import { formScriptFile, scriptPath } from './form-script/script-file.ts';

writeFileSync(scriptPath, await formScriptFile());

/** `npm run form-script`: bundles the scripts of our own pages anew, after a change to one or an update of altcha-lib. */
import { writeFileSync } from 'node:fs';
import {
  deskScriptFile,
  deskScriptPath,
  formScriptFile,
  pushScriptFile,
  pushScriptPath,
  scriptPath,
} from './form-script/script-file.ts';

writeFileSync(scriptPath, await formScriptFile());
writeFileSync(pushScriptPath, await pushScriptFile());
writeFileSync(deskScriptPath, await deskScriptFile());

/** `npm run holidays`: writes the table of public holidays anew, after an update of date-holidays. */
import { writeFileSync } from 'node:fs';
import { holidayTableFile, tablePath } from './holidays/table-file.ts';

writeFileSync(tablePath, holidayTableFile());

/** What the desk does with scripts; without them it does the same, page by page. */
import { watchCaller } from './desk/known-caller.ts';
import { searchAsOneTypes } from './desk/live-search.ts';
import { watchNews } from './desk/news.ts';
import { watchPasskeys } from './desk/passkey.ts';
import { watchToldStep } from './desk/told-step.ts';

watchToldStep();
watchNews();
watchCaller();
searchAsOneTypes();
watchPasskeys();

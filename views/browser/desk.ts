/** What the desk does with scripts; without them it does the same, page by page. */
import './desk/passkey.ts';
import { watchCaller } from './desk/known-caller.ts';
import { searchAsOneTypes } from './desk/live-search.ts';
import { watchNews } from './desk/news.ts';
import { watchToldStep } from './desk/told-step.ts';

watchToldStep();
watchNews();
watchCaller();
searchAsOneTypes();

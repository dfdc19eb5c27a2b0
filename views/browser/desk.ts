/** What the desk does with scripts; without them it does the same, page by page. */
import './desk/passkey.ts';
import { searchAsOneTypes } from './desk/live-search.ts';

searchAsOneTypes();

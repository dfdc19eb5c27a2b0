/** What the desk does with scripts; without them it does the same, page by page. */
import './desk/passkey.ts';

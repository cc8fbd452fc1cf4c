// One small file for all pages costs fewer requests than one for each part; a part that a page lacks does nothing.
import '../components/counting/start.ts';
import '../components/search/box.ts';
import './copy-code.ts';
import './helpful.ts';
import './in-frame.ts';
import './menus.ts';
import './note-visit.ts';
import './open-state.ts';
import './share.ts';
import './table-of-contents.ts';
import './theme-toggle.ts';

// One small file for all pages costs fewer requests than one for each part; a part that a page lacks does nothing.
import '../components/analytics/analytics.ts';
import '../components/search/lazy-box.ts';
import '../components/article/copy-code.ts';
import '../components/article/helpful.ts';
import '../components/widget/embedded.ts';
import '../components/contact/record-history.ts';
import '../components/contact/opening-state.ts';
import '../components/article/share.ts';
import '../components/article/table-of-contents.ts';
import '../components/site/header.ts';
import '../components/site/language-choice.ts';

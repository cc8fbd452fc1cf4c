import { list, type Phrases, plainThings, sometimes } from './phrases.ts';

const FRAMES = list(`
  how do i {do} | how can i {do} | how to {do} | how do you {do} | how could i {do} | what do i have to do to {do} |
  what is the best way to {do} | is there a way to {do} | is there any way to {do} | is it possible to {do} | i want
  to {do} | i need to {do} | i would like to {do} | i'd like to {do} | i have to {do} | i am trying to {do} | i'm
  trying to {do} | i wish to {do} | i just want to {do} | can i {do} | could i {do} | may i {do} | am i able to {do} |
  can you help me {do} | could you help me {do} | please help me {do} | help me {do} | i need help to {do} | i need
  some help to {do} | i want assistance to {do} | i don't know how to {do} | i do not know how i can {do} | i am not
  able to {do} | i can't {do} | i cannot {do} | i can not {do} | i am unable to {do} | unable to {do} | why can't i
  {do} | why am i not able to {do} | where can i {do} | where do i {do} | when can i {do} | how long does it take to
  {do} | how much does it cost to {do} | do i have to {do} | do i need to {do} | should i {do} | what happens if i
  {do} | will i be able to {do} | am i allowed to {do} | steps to {do} | show me how to {do} | tell me how to {do} | i
  was wondering how to {do} | does anyone know how to {do} | i wonder if i can {do} | please {do} | {do} | {do} please
  | i tried to {do} but it failed | i tried to {do} and got an error | it won't let me {do} | i forgot how to {do} |
  can you {do} | would you {do} for me | who can {do} | {doing} | help with {doing} | i need help {doing} | i have a
  problem {doing} | i have trouble {doing} | problems {doing} | issues {doing} | error when {doing} | error while
  {doing} | what are the steps for {doing} | question about {doing} | information about {doing} | instructions for
  {doing} | any advice on {doing} | assistance {doing} | what is the process for {doing} | is {doing} possible | what
  about {doing} | i am having difficulty {doing} | after {doing} nothing happens | {thing} | my {thing} | the {thing}
  | about {thing} | what is {thing} | what are {thing} | where is my {thing} | where can i find my {thing} | where are
  the {thing} | when will my {thing} arrive | when do i get my {thing} | why is my {thing} {state} | my {thing} is
  {state} | my {thing} was {state} | the {thing} is {state} | the {thing} seems {state} | {thing} {state} | my {thing}
  does not work | my {thing} isn't working | {thing} not working | {thing} problem | {thing} error | {thing} issue |
  problem with my {thing} | problem with the {thing} | i have a problem with my {thing} | there is something wrong
  with my {thing} | i have a question about my {thing} | i have not received my {thing} | i still have not got my
  {thing} | i never got my {thing} | i lost my {thing} | i forgot my {thing} | i can't find my {thing} | i cannot see
  my {thing} | i need a {thing} | i want a {thing} | i need my {thing} | do you have {thing} | do you offer {thing} |
  do you accept {thing} | do you support {thing} | does it support {thing} | is there a {thing} | is there any {thing}
  | are there any {thing} | how much is the {thing} | how long does the {thing} take | how many {thing} can i have |
  which {thing} do you have | which {thing} should i use | what does {thing} mean | why do i need {thing} | why was i
  charged for {thing} | who can see my {thing} | difference between {thing} and {other} | {thing} and {other} |
  {thing} for {other} | {thing} with {other} | {thing} in {other} | can i use {thing} with {other} | can i have two
  {thing} | does my {thing} work with {other} | my {thing} is not showing in {other} | no {thing} in my {other} | i
  got the wrong {thing} | the {thing} is different from the {other} | my {thing} disappeared | i see a {thing} i don't
  recognize | what is the {thing} for {other} | {state} {thing} | {other} {thing} {state} | i was told my {thing} is
  {state} | what should i do if my {thing} is {state} | what if the {thing} is {state} | is my {thing} {state}
`);

const ACTIONS = list(`
  cancel | change | update | edit | modify | delete | remove | close | open | create | set up | add | activate |
  deactivate | enable | disable | turn on | turn off | reset | recover | restore | verify | confirm | check | see |
  view | find | locate | look up | track | trace | follow | get | receive | obtain | request | ask for | order | buy |
  purchase | pay for | pay | return | exchange | replace | refund | send | ship | deliver | transfer | withdraw |
  deposit | top up | spend | convert | download | upload | install | uninstall | reinstall | upgrade | downgrade |
  renew | extend | subscribe to | unsubscribe from | join | leave | invite | share | block | unblock | mute | report |
  flag | review | rate | contact | call | email | message | speak to | talk to | chat with | reach | connect |
  disconnect | pair | sync | link | unlink | merge | split | move | copy | export | import | back up | save | archive
  | print | scan | search | filter | sort | hide | show | rename | restart | reboot | charge | configure | customize |
  use | access | log in to | sign in to | log out of | sign up for | register | switch | choose | select | apply |
  redeem | claim | dispute | complain about | file | submit | schedule | book | reserve | reschedule | postpone | pick
  up | collect | stop | start | pause | resume | prevent | avoid | fix | solve | repair | troubleshoot | test | learn
  | understand | know about | read | write | translate | format | insert | draw | attach | embed | publish | post |
  assign | approve | reject | unlock | lock | protect | secure | encrypt | view history of | increase |
  decrease | limit | raise | lower | estimate | calculate | compare | combine | organize | manage | monitor | measure
  | notify about | delay | expedite | reimburse | correct | enter | fill in | complete | finish | shut down | wipe |
  erase | block from | disable notifications for | keep | make | give
`);

const THINGS = list(`
  account | user account | business account | free account | premium account | profile | profile picture | username |
  user name | password | passcode | pin | pin code | security code | verification code | two factor authentication |
  login | sign in | email | email address | e-mail | phone number | mobile number | phone | address | shipping address
  | delivery address | billing address | home address | name | personal data | personal information | details |
  privacy settings | settings | preferences | notification | notifications | alerts | reminder | newsletter | mailing
  list | subscription | plan | membership | free trial | trial | invoice | invoices | bill | bills | receipt |
  statement | payment | payments | payment method | payment methods | credit card | debit card | card | virtual card |
  gift card | voucher | coupon | discount code | promo code | promotion | offer | discount | price | prices | cost |
  fee | fees | charge | charges | tax | deposit | penalty | refund | refunds | refund policy | reimbursement | rebate
  | money | money back | cash | cash withdrawal | balance | bank account | bank transfer | direct debit | transfer |
  transaction | currency | exchange rate | loan | credit | credit limit | interest | insurance | claim | order |
  orders | order number | order status | purchase | purchases | item | items | product | products | article | goods |
  package | parcel | shipment | delivery | delivery time | delivery date | delivery options | shipping | shipping cost
  | express shipping | tracking number | courier | store | shop | store hours | opening hours | warranty | guarantee |
  return | return policy | returns | exchange | replacement | spare part | size | color | stock | availability |
  catalog | cart | basket | checkout | wishlist | review | reviews | feedback | rating | complaint | customer service
  | customer support | support | support team | human agent | agent | representative | live chat | chat | call | help
  desk | ticket | contract | agreement | terms | policy | document | documents | file | files | folder | folders |
  attachment | image | photo | photos | picture | video | videos | audio | sound | music | playlist | channel |
  message | messages | conversation | comment | post | posts | page | website | site | web page | link | links | url |
  domain | server | host | database | backup | data | history | search history | log | logs | report | reports | chart
  | table | spreadsheet | cell | column | row | formula | text | font | heading | list | calendar | event | meeting |
  appointment | schedule | contact | contacts | group | groups | team | member | members | friend | friends | user |
  users | admin | administrator | owner | permission | permissions | access | role | app | application | mobile app |
  program | software | update | version | new version | browser | extension | plugin | tool | feature | button | menu
  | keyboard | mouse | screen | display | monitor | laptop | computer | pc | mac | tablet | iphone | android phone |
  device | devices | battery | charger | cable | usb cable | usb port | port | power | led | light | sensor | camera |
  microphone | speaker | headphones | printer | wifi | wi-fi | internet connection | network | bluetooth | router | ip
  address | driver | drivers | firmware | operating system | windows | linux | board | hardware | memory | storage |
  disk | hard drive | sd card | error message | error code | error | bug | crash | warning | virus | spam | license |
  license key | serial number | certificate | key | api | api key | token | script | code | library | project |
  repository | branch | configuration | environment | job | queue | service | installation | process | thread |
  session | connection | request | response | query | index | template | form | field | option | options | language |
  translation | location | map | country | region | city | hotel | flight | booking | reservation | seat | trip |
  passport | visa | identity | identification | photo id | school | course | class | student | teacher | exam | grade
  | lesson | salary | employee | company | game | player | level | score | bike | car | vehicle | tire | lock | brake
  | door | house | room | food | meal | recipe | doctor | medicine | child | kid | age limit | date | time | time zone
  | hours | day | week | month | year | minimum amount | maximum limit | limit | status | number | qr code | barcode |
  signature | label | tag | filter | search results | search engine | download | upload | export | import | copy |
  format | pdf | word document | excel file | google account | facebook account | social network | twitter | youtube
  video | cloud storage | dashboard | widget | icon | theme | dark mode | background
`);

const STATES = list(`
  broken | not working | missing | lost | stolen | damaged | defective | late | delayed | pending | declined |
  rejected | refused | blocked | locked | frozen | suspended | expired | cancelled | canceled | closed | disabled |
  wrong | incorrect | incomplete | slow | very slow | too expensive | too big | too small | empty | full | not
  available | unavailable | out of stock | not showing up | not showing | not visible | not found | not recognized |
  not accepted | not supported | not responding | not charging | not loading | not syncing | not connecting | stuck |
  offline | failing | crashing | hacked | compromised | double charged | charged twice | duplicated | overdue | unpaid
  | still processing | reverted | returned | not delivered | too long | invalid | unknown | corrupted | outdated |
  dead | hot | noisy | blurry | gone
`);

const DETERMINERS = list(`
  new | old | second | another | different | other | current | wrong | last | next | first | free | premium | online |
  personal | lost | monthly | annual | my | my old | my new | the new | this | that | all my | some | an existing |
  several | multiple
`);

const ENDINGS = list(`
  online | today | yesterday | last week | on my phone | on my computer | from my account | in the app | on the
  website | after placing an order | without a password | without losing data | by mistake | again | automatically |
  manually | for free | immediately | from another country | for someone else | to a friend | from my bank | in my
  settings | by email | by phone | before the due date | more than once | at the same time | on another device | and
  it failed | but nothing happens | please help | thanks | as soon as possible | i need it urgently | what should i do
  | how do i do it | could you help me | can you help me with that
`);

/** Verbs of one syllable, or stressed on the last, that double their last letter. */
const DOUBLING = new Set(
  list('chat | get | log | scan | set | ship | shut | split | stop | submit | top | transfer | put | plan'),
);

/** `cancel my order` is done by `canceling my order`. */
function gerund(action: string): string {
  const [verb = '', ...rest] = action.split(' ');
  const stem = DOUBLING.has(verb)
    ? verb + verb.at(-1)!
    : verb.endsWith('e') && !verb.endsWith('ee')
      ? verb.slice(0, -1)
      : verb;
  return [`${stem}ing`, ...rest].join(' ');
}

/** Questions that customers of any trade ask: shops, banks, software, devices, travel, schools. */
export const ENGLISH: Phrases = {
  frames: FRAMES,
  actions: ACTIONS.map((action) => ({ do: `${action} {}`, doing: `${gerund(action)} {}` })),
  things: plainThings(THINGS),
  states: STATES,
  determiners: DETERMINERS.map((determiner) => `${determiner} {thing}`),
  joints: list('of | in | from | to | with | for | on').map((joint) => `{thing} ${joint} {other}`),
  endings: sometimes(ENDINGS, 8),
  gap: ' ',
  spelling: 'folded',
};

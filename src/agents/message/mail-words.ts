/**
 * What mails say around a question, in the languages that customers' mails are told apart in. Matched at the beginning
 * of a line or a sentence, in lower case, unless said otherwise; whatever is missing is searched for like other words.
 */

/** What ends the line before a quoted mail: `On Monday Ada wrote:`. */
export const WROTE =
  /\bwrote\b|\bschrieb\b|a écrit|\bescribió\b|\bescreveu\b|ha scritto|\bschreef\b|\bskrev\b|napisał|пишет|написал|\byazdı\b|작성|씀|写道|寫道|书き|書きました|のメッセージ|كتب/iu;

/** What stands between dashes above a quoted or forwarded mail. */
export const ORIGINAL =
  /original message|forwarded message|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|message d.origine|message transféré|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|wiadomość oryginalna|исходное сообщение|원본 (?:메시지|메일)|원본메[시세]지|전달된 메[시일]|original mail|原始邮件|原始郵件|转发(?:的)?邮件|轉寄|元のメッセージ|転送(?:された)?メッセージ/iu;

/** The fields above a quoted mail; the sender's comes first. */
export const SENDER_FIELD =
  /^[*\s]*(?:from|von|de|da|van|fra|från|od|от|kimden|보낸 ?사람|发件人|寄件者|寄件人|差出人|送信者)[*\s]*[:：]/iu;
export const OTHER_FIELD =
  /^[*\s]*(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|date|à|objet|enviado(?: el| em)?|fecha|data|para|asunto|assunto|inviato|oggetto|verzonden|aan|onderwerp|wysłano|temat|do|отправлено|кому|тема|보낸 ?날짜|받는 ?사람|제목|날짜|发送时间|收件人|抄送|主题|日期|寄件日期|主旨|送信日時|宛先|件名|日時)[*\s]*[:：]/iu;

/** What a program writes below a mail. */
export const SENT_WITH =
  /^(?:sent (?:from|via|with) |get outlook for|gesendet (?:mit|von) |von meinem .{1,30} gesendet|envoyé (?:de|depuis|à partir) |télécharger outlook|enviado (?:desde|do|de|a partir) |obtener outlook|obter o outlook|inviato da |verzonden vanaf|verstuurd vanaf|wysłane z |отправлено (?:с|из) |나의 .{1,30}에서 보냄|내 .{1,30}에서 보냄|.{1,30}에서 보낸 메일|从我的.{1,30}发送|发自我的|傳送自我的|從我的.{1,30}傳送|.{1,30}から送信)/iu;

/** What a letter ends with; a name follows. */
export const CLOSING =
  /^(?:(?:best|kind|kindest|warm|many thanks and|thanks and|with (?:best|kind)) (?:regards|wishes)|regards|best|cheers|sincerely|yours (?:sincerely|faithfully|truly)|(?:many )?thanks|thank you|thx|mit (?:freundlichen|besten|herzlichen|lieben|vielen) grüßen|(?:viele|beste|liebe|freundliche|herzliche|schöne) grüße|grüße|gruß|lg|mfg|vg|(?:vielen |besten |herzlichen )?dank|danke|(?:bien |très )?cordialement|bien à vous|(?:meilleures )?salutations|merci|(?:un )?(?:cordial )?saludos?|atentamente|(?:muchas )?gracias|atenciosamente|(?:com os melhores )?cumprimentos|abraços?|(?:muito )?obrigad[oa]|cordiali saluti|grazie|met vriendelijke groet|bedankt|(?:미리 )?감사합니다|고맙습니다|수고하세요|.{1,12} ?(?:드림|올림)$|(?:非常|万分|十分|多|先)?[谢感]谢|麻烦[您你]?了|此致|敬礼|祝好|顺祝|謝謝|敬上|よろしくお願い|宜しくお願い|敬具|以上、?よろしく|ありがとう)/iu;

/** What a letter begins with; a name may follow. */
export const GREETING =
  /^(?:hello|hi|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin|servus|grüezi|bonjour|bonsoir|salut|ch(?:er|ère)s?|madame|monsieur|hola|buen[oa]s (?:días|tardes|noches)|estimad[oa]s?|olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|ciao|buongiorno|gentile|goedemorgen|goedemiddag|beste|안녕하세요|안녕하십니까|안녕|반갑습니다|수고하십니다|수고 많으십니다|你好|您好|大家好|尊敬的[^，,]{0,20}|こんにちは|はじめまして|お世話になって(?:おり|い)ます|いつもお世話になって(?:おり|い)ます)(?![\p{Script=Latin}])/iu;

/** Thanks, which are no question in any place of a mail. */
export const THANKS =
  /^(?:(?:many |a lot of )?thanks|thank you|thx|(?:vielen|besten|herzlichen|schönen) dank|danke|merci|(?:muchas |mil )?gracias|(?:muito )?obrigad[oa]|grazie|감사|고맙|미리 감사|수고|(?:非常|万分|十分|多|先)?[谢感]谢|謝謝|麻烦[您你]?了|ありがとう|よろしく|宜しく|looking forward|have a (?:nice|great|good)|ich freue mich|je vous remercie|en vous remerciant|d.avance|좋은 하루|期待您的|お忙しい)/iu;

/** Thanks at the end of a sentence about something else: `…, thanks!` */
export const THANKS_LAST =
  /[,，、.。!！?？\s](?:many |big )?(?:thanks(?: a lot| in advance)?|thank you(?: very much| in advance)?|thx|danke(?: im voraus)?|vielen dank|merci(?: d.avance)?|gracias|obrigad[oa]|감사합니다|고맙습니다|谢谢|多谢|ありがとうございます)[\s.!。！~]{0,5}$/iu;

/** What is said of the mail itself: that it has questions, that an answer is hoped for. */
export const ABOUT_THE_MAIL =
  /^(?:(?:i|we) have (?:a|an|one|two|three|four|some|several|a few|a couple of|\d)\b.{0,20}\bquestions?\b|(?:a|one|two|three|some|quick|\d) (?:quick )?questions?\b|(?:i|we) hope (?:you|this)|please (?:reply|answer|respond|get back|let me know)\b.{0,12}$|(?:ich|wir) hab\w* .{0,20}\bfragen?\b|(?:zwei|drei|einige|ein paar) fragen|j.ai .{0,20}\bquestions?\b|(?:deux|trois|quelques) questions|tengo .{0,20}\b(?:preguntas?|dudas?)\b|(?:dos|tres|algunas) preguntas|tenho .{0,20}\b(?:perguntas?|dúvidas?)\b|(?:다음과 같이 |아래와 같이 )?(?:(?:한|두|세|네|몇|여러) ?가지 ?)?(?:질문|문의|궁금한|여쭤)[가-힣 ]{0,12}(?:있|드립니다|드려요|드리려|합니다|메일)|(?:빠른 |조속한 )?(?:답변|회신|연락|확인)(?:을|이)? ?(?:부탁|기다리|주세요|바랍)|(?:我|我们)?(?:有|想)?(?:请教|咨询|问)?[一两二三四几]?(?:下|个|些)*(?:问题|事情)?[。：:！!]*$|(?:我|我们)?(?:有|想问|想请教|请教|想咨询|咨询)[一两二三四几]?(?:个|些|下)*(?:问题|事情)?(?:想|要)?(?:请教|咨询|问)?[。：:！!]*$|(?:请|盼|望|期待|希望)[^。！？]{0,8}(?:回复|答复|解答)|(?:いくつか|二つ|２つ|2つ|三つ)?(?:質問|お聞きしたいこと|お尋ね)(?:が|です|させ)|ご(?:回答|返信|連絡|確認)[^。]{0,8}(?:お願い|待ち))/iu;

/** What announces several questions, in any place of a mail: `I have two questions.` */
export const ANNOUNCED =
  /\b(?:two|three|four|some|several|few|couple of|\d) (?:\p{L}{1,12} )?questions\b|\b(?:zwei|drei|einige|paar|mehrere) fragen\b|\b(?:deux|trois|quelques|plusieurs) questions\b|\b(?:dos|tres|algunas|varias) (?:preguntas|dudas)\b|\b(?:duas|três|algumas) (?:perguntas|dúvidas)\b|(?:두|세|네|몇|여러) ?가지 ?(?:질문|문의|궁금)|[两兩二三四几幾]个?个?(?:问题|問題)|(?:いくつか|二つ|2つ|２つ|三つ)[^。]{0,4}(?:質問|お聞き)/iu;

/** A question that says nothing without the sentence before it. */
export const FOLLOW_UP =
  /^(?:so |and |but |also |und |et |y |e )?(?:(?:please )?help(?: me)?\b|(?:can|could) (?:you|anyone|someone)(?: please)? (?:help|advise|assist)|what (?:can|should|do|shall) i do|what do i (?:have|need) to do|what now|any (?:ideas?|help|advice)|is (?:that|this) (?:ok|normal|possible|right|correct)|why(?: is (?:that|this))?\W*$|how (?:so|come)|please (?:help|advise)|was (?:kann|soll|muss) ich (?:jetzt |da |nun )?(?:tun|machen)|was (?:nun|jetzt)|(?:können|könnten) sie mir (?:bitte )?(?:weiter)?helfen|ist das (?:normal|möglich|richtig)|warum\W*$|bitte um hilfe|que (?:puis-je|dois-je|faire)|comment faire\W*$|(?:pouvez|pourriez)-vous m.aider|est-ce (?:normal|possible)|pourquoi\W*$|qué (?:puedo|debo|hago|tengo que hacer)|(?:me )?(?:pueden|podrían|podéis) ayudar|es (?:normal|posible)\W*$|o que (?:posso|devo|faço)|(?:podem|poderiam) (?:me )?ajudar|isso é (?:normal|possível)|(?:이럴 때는? ?|이제 |그럼 )?(?:어떻게|어떡) ?(?:해야|하면|하나요|하죠|해요|할까요|합니까)|어쩌죠|왜 그런가요|왜 이런가요|이유가 뭔가요|도와 ?주|해결 ?방법|怎么办|该怎么办|我(?:该|应该)怎么(?:办|做)|怎么解决|这正常吗|这是为什么|为什么[？?。]*$|请(?:您)?帮(?:帮|助)|求助|どうすれば|どうしたら|助けて|これは正常)/iu;
/** What says, without a question mark, that somebody asks or wants something. */
const ASKING_ANYWHERE =
  /\b(?:i(?:['’]d| would) (?:like|love|want)|i (?:really )?(?:want|need|wish|gotta)|i(?:['’]ve| have) (?:got )?to|i am trying|i['’]m trying|please|could you|can you|would you|wanna|help(?: me| with)?|assistance|trouble|problems?|issues?|wrong|wondering|tell me|let me know|is it possible|(?:can|may|should|must|do) i|not sure|no idea|don['’]?t know|do not know|want to know|how (?:do|can|to|long|much|many)|ich (?:möchte|will|würde|brauche|hätte)|bitte|wüsste|frage mich|(?:könn|könnt)en sie|weiß nicht|probleme?|je (?:voudrais|veux|souhaite|souhaiterais|cherche|me demande)|j['’](?:aimerais|ai besoin)|(?:pouvez|pourriez)-vous|est-ce que|savoir (?:si|comment|quand|où)|quiero|quisiera|necesito|me gustaría|por favor|(?:pueden|podrían|podéis)|no sé|quero|queria|gostaria|preciso|(?:podem|poderiam)|não sei)(?!\p{L})|언제|어디|얼마|어떻게|무엇|무슨|어느|궁금|알고 ?싶|알려|문의|가르쳐|부탁|문제|오류|안 ?(?:돼|되|됩)|싶습니다|싶어요|싶은데|주세요|주시|주실|(?:해|아|어|여)줘|怎么|怎样|如何|为什么|为何|什么|哪[里儿个些种]?|何时|多久|多长|多少|能否|是否|可否|可不可以|能不能|会不会|有没有|是不是|请问|想知道|想问|请教|帮我|我想|我要|我需要|麻烦|问题|错误|不了|不能|无法|教えて|知りたい|ください|お願い|たい(?:です|の)|できません|エラー|でしょうか/iu;
const ASKING_FIRST =
  /^(?:how|what|what['’]s|why|when|where|who|which|whose|can|could|do|does|did|is|are|was|were|will|would|should|shall|may|must|has|have|any|wie|was|wo|woher|wohin|wann|warum|wieso|weshalb|welche[rsnm]?|wer|kann|können|könnte|darf|muss|ist|sind|gibt|habe|haben|wird|werden|comment|pourquoi|où|quand|combien|quel(?:le)?s?|qui|que|puis-je|peut-on|cómo|como|por qué|qué|dónde|cuándo|cuánto|cuál|quién|puedo|se puede|hay|por que|onde|quando|quanto|qual|quem|posso|tem)(?!\p{L})/iu;
const ASKING_LAST = /(?:나요|까요?|가요|지요|는지|은지|을지|니까|죠|나|냐|吗|呢|么|嘛|か|かな)[\s.!~…。！]*$/u;

const CONJUNCTION = /^(?:and|so|but|or|und|aber|oder|et|mais|ou|y|pero|o|e|mas)[\s,]+/iu;

/** Whether a text begins like a question, after an *and* or *but*. */
export function asksFirst(text: string): boolean {
  return ASKING_FIRST.test(text.replace(CONJUNCTION, ''));
}

/** Whether a sentence asks or wants something, by its mark or its words. */
export function asks(sentence: string): boolean {
  return (
    /[?？؟][\s"'”’」』）)!！.…]{0,9}$/u.test(sentence) ||
    asksFirst(sentence) ||
    ASKING_LAST.test(sentence.slice(-20)) ||
    ASKING_ANYWHERE.test(sentence)
  );
}

/** What begins another question in the middle of a sentence, or a sentence of its own about something else. */
export const ALSO =
  /^(?:and |und |et |y |e )?(?:also|another (?:question|thing)|one more|additionally|besides|secondly|second|furthermore|außerdem|ausserdem|zusätzlich|weiterhin|des weiteren|noch (?:eine frage|etwas)|zweitens|de plus|par ailleurs|aussi|en outre|autre question|deuxièmement|además|también|otra (?:pregunta|cosa)|por otro lado|além disso|também|outra (?:pergunta|coisa)|그리고|또한?|아울러|추가로|한 ?가지 더|그 ?외에|둘째|另外|此外|还有|還有|再问|其次|第二|また|それと|それから|あと|もう一つ|次に)(?![\p{Script=Latin}\p{Script=Hangul}])/iu;

import { describe, expect, it } from 'vitest';
import { cutQuestions } from '../../../../src/agents/message/cut-questions.ts';

const questions = (text: string): string[] => cutQuestions(text).flatMap((part) => (part.asks ? part.text : []));

describe('a message', () => {
  it.each([
    [
      'Hello, how long does a refund take? Where is my invoice? Thanks!',
      ['how long does a refund take?', 'Where is my invoice?'],
    ],
    ['Hi,\n1. How do I cancel?\n2. Where is my invoice?', ['How do I cancel?', 'Where is my invoice?']],
    ['- cancel my plan\n- download the invoice', ['cancel my plan', 'download the invoice']],
    ['How do I cancel my plan and where is my invoice?', ['How do I cancel my plan', 'and where is my invoice?']],
    ['I would like to cancel. Also, where is my invoice?', ['I would like to cancel.', 'Also, where is my invoice?']],
    ['I need the bill of Mr. Smith. And what does it cost', ['I need the bill of Mr. Smith.', 'And what does it cost']],
    [
      'I’d like to know whether you ship to Italy.\n\nPlease send me an invoice.',
      ['I’d like to know whether you ship to Italy.', 'Please send me an invoice.'],
    ],
    [
      '안녕하세요. 환불은 언제 되나요? 그리고 배송지를 바꾸고 싶습니다. 감사합니다.',
      ['환불은 언제 되나요?', '그리고 배송지를 바꾸고 싶습니다.'],
    ],
    [
      '배송지를 바꿀 수 있는지 궁금합니다. 영수증은 어디에서 받나요',
      ['배송지를 바꿀 수 있는지 궁금합니다.', '영수증은 어디에서 받나요'],
    ],
    ['您好，请问什么时候退款？另外，怎么修改收货地址？谢谢！', ['请问什么时候退款？', '另外，怎么修改收货地址？']],
    ['我想问一下怎么开发票，另外会员怎么取消', ['我想问一下怎么开发票', '另外会员怎么取消']],
    [
      'Wann kommt mein Geld zurück? Außerdem möchte ich meine Adresse ändern.',
      ['Wann kommt mein Geld zurück?', 'Außerdem möchte ich meine Adresse ändern.'],
    ],
    [
      'Bonjour, comment annuler mon abonnement ? Et où trouver ma facture ? Merci',
      ['comment annuler mon abonnement ?', 'Et où trouver ma facture ?'],
    ],
    ['Hola, ¿cómo cancelo? ¿Dónde está mi factura? Gracias', ['¿cómo cancelo?', '¿Dónde está mi factura?']],
    [
      'Olá, como cancelo o plano? Além disso, onde está a fatura?',
      ['como cancelo o plano?', 'Além disso, onde está a fatura?'],
    ],
    [
      'こんにちは。返金はいつですか。また、住所の変更方法を教えてください。',
      ['返金はいつですか。', 'また、住所の変更方法を教えてください。'],
    ],
  ])('“%s” has its questions one by one', (text, found) => {
    expect(questions(text)).toEqual(found);
  });

  it.each([
    ['My battery does not charge. What can I do?', 'My battery does not charge. What can I do?'],
    ['배터리가 충전되지 않습니다. 어떻게 해야 하나요?', '배터리가 충전되지 않습니다. 어떻게 해야 하나요?'],
    ['电池充不进电。怎么办？', '电池充不进电。怎么办？'],
    ['Mein Akku lädt nicht. Was kann ich tun?', 'Mein Akku lädt nicht. Was kann ich tun?'],
    ['Hello, can you help me cancel my order?', 'can you help me cancel my order?'],
    ['I get error E12.\nIs that normal?', 'I get error E12. Is that normal?'],
  ])('“%s” is one question', (text, found) => {
    expect(questions(text)).toEqual([found]);
  });

  it('keeps what was said before a question as its context, and the statement as one that may be a question', () => {
    expect(cutQuestions('I cancelled two weeks ago. How long does a refund take?')).toEqual([
      { text: 'I cancelled two weeks ago.', context: '', asks: false, apart: false },
      { text: 'How long does a refund take?', context: 'I cancelled two weeks ago.', asks: true, apart: true },
    ]);
  });

  it('asks what it states where it announces questions', () => {
    expect(questions('I have two questions.\n\nThe charger light.\n\nA bill for my employer.')).toEqual([
      'The charger light.',
      'A bill for my employer.',
    ]);
  });

  it('joins the lines that a mail program broke', () => {
    expect(
      questions('I would like to know how I can change the delivery address of\nmy order before it is sent.'),
    ).toHaveLength(1);
  });

  it('has six parts at most, the last with all that is left', () => {
    const many = Array.from({ length: 9 }, (_, place) => `Where do I find part ${place}?`);
    const parts = cutQuestions(many.join('\n'));
    expect(parts).toHaveLength(6);
    expect(parts[5]!.text).toBe(many.slice(5).join(' '));
  });

  it('has no question where there is only a greeting and thanks', () => {
    expect(cutQuestions('Hello,\n\nI have two questions.\n\nThank you very much in advance!')).toEqual([]);
    expect(cutQuestions('안녕하세요.\n두 가지 질문이 있습니다.\n답변 부탁드립니다. 감사합니다.')).toEqual([]);
    expect(cutQuestions('您好，我有两个问题。麻烦了，谢谢！')).toEqual([]);
  });
});

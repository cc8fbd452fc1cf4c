import { describe, expect, it } from 'vitest';
import { ownWords } from '../../../../src/agents/message/own-words.ts';

const OWN = 'My bike beeps.\nWhat now?';

describe('the customer’s own words', () => {
  it.each([
    ['> lines', `${OWN}\n> On Monday you wrote\n> refund`],
    ['Gmail', `${OWN}\n\nOn Mon, 3 Mar 2025 at 10:02, Support <help@example.com> wrote:\n\n> Dear Ada,\n> refund`],
    ['a broken header', `${OWN}\n\nOn Mon, 3 Mar 2025 at 10:02, Support\n<help@example.com> wrote:\n> refund`],
    ['Apple, not quoted', `${OWN}\n\nOn 3 Mar 2025, at 10:02, Support <help@example.com> wrote:\n\nDear Ada, refund?`],
    ['German', `${OWN}\n\nAm Mo., 3. März 2025 um 10:02 Uhr schrieb Support <help@example.com>:\n> Erstattung`],
    ['French', `${OWN}\n\nLe lun. 3 mars 2025 à 10:02, Support <help@example.com> a écrit :\n> remboursement`],
    ['Spanish', `${OWN}\n\nEl lun, 3 mar 2025 a las 10:02, Soporte (<help@example.com>) escribió:\n> reembolso`],
    ['Portuguese', `${OWN}\n\nEm seg., 3 de mar. de 2025 às 10:02, Ajuda <help@example.com> escreveu:\n> reembolso`],
    ['Korean', `${OWN}\n\n2025년 3월 3일 (월) 오전 10:02, 고객센터 <help@example.com>님이 작성:\n\n> 환불`],
    ['Chinese', `${OWN}\n\n在 2025年3月3日 10:02，客服 <help@example.com> 写道：\n> 退款`],
    ['Japanese', `${OWN}\n\n2025年3月3日(月) 10:02 サポート <help@example.com>:\n\n> 返金`],
    [
      'Outlook',
      `${OWN}\n\n-----Original Message-----\nFrom: Support\nSent: Monday\nTo: Ada\nSubject: Refund\n\nDear Ada`,
    ],
    [
      'Outlook, fields',
      `${OWN}\n\n________________________________\nVon: Support <help@example.com>\nGesendet: Montag\nAn: Ada\nBetreff: Geld\n\nGeld?`,
    ],
    ['Outlook, Korean', `${OWN}\n\n-----원본 메시지-----\n보낸 사람: 고객센터\n보낸 날짜: 월요일\n제목: 환불\n\n환불?`],
    ['Foxmail', `${OWN}\n\n发件人： 客服\n发送时间： 2025-03-03\n收件人： 王\n主题： 退款\n退款？`],
    ['a signature', `${OWN}\n-- \nAda, 12 Refund Road`],
    ['a closing with names', `${OWN}\n\nBest regards,\nAda Miller\nMiller Ltd.\n+44 20 7946 0958`],
    ['a German closing', `${OWN}\n\nMit freundlichen Grüßen\nAda Müller`],
    ['a Korean closing', `${OWN}\n\n감사합니다.\n김철수 드림\n010-1234-5678`],
    ['a Chinese closing', `${OWN}\n\n此致\n敬礼\n王小明`],
    ['a Chinese name and phone', `${OWN}\n\n王小明\n电话：138 0013 8000`],
    ['a phone', `${OWN}\n\nSent from my iPhone`],
    ['a Korean phone', `${OWN}\n\n나의 iPhone에서 보냄`],
    ['a Chinese phone', `${OWN}\n\n发自我的 iPhone`],
  ])('are all that is left of a mail with %s', (_, mail) => {
    expect(ownWords(mail)).toBe(OWN);
    expect(ownWords(mail.replaceAll('\n', '\r\n'))).toBe(OWN);
  });

  it('go on below a quotation, and behind a closing as a postscript', () => {
    expect(ownWords('On 3 Mar 2025 Support <help@example.com> wrote:\n> Dear Ada\n\nMy bike beeps.')).toBe(
      'My bike beeps.',
    );
    expect(ownWords('My bike beeps.\n\nRegards,\nAda\n\nP.S. Where is my refund?')).toBe(
      'My bike beeps.\n\nP.S. Where is my refund?',
    );
  });

  it('are the quotation where there is nothing else', () => {
    expect(ownWords('> My bike beeps.')).toBe('My bike beeps.');
    expect(
      ownWords(
        '---------- Forwarded message ---------\nFrom: Ada <a@example.com>\nDate: Monday\nSubject: Bike\n\nMy bike beeps.',
      ),
    ).toBe('My bike beeps.');
  });

  it.each([
    'Thanks to your help it works.\nBut where is my refund?',
    'From: where do I get an invoice?',
    'I wrote to you on 3 May:\nnothing came back.',
    '--\nMy bike beeps.',
    'Sent from the shop, will it still arrive today?',
    'My options are:\n- refund\n- exchange',
  ])('are left alone in “%s”', (message) => {
    expect(ownWords(message)).toBe(message);
  });
});

import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../../../src/search/indexer/distil/phrases/phrases-of.ts';
import { actionsIn } from '../../../../../src/search/indexer/distil/site-actions.ts';

/** What each action puts into the blank. */
function actions(locale: string, blank: string, titles: string[]): string[] {
  const { settle = (text: string) => text, ...phrases } = phrasesOf(locale)!;
  return actionsIn(titles, phrases).map((action) => settle(action[blank]!));
}

describe('what titles tell how to do', () => {
  it('follows an English opening, or is a title that begins with a verb', () => {
    const titles = ['How do I cancel my order?', 'Change your password', 'Battery lights', 'What is a plan?'];
    expect(actions('en', 'do', titles)).toEqual(['cancel my order', 'change your password']);
  });

  it('is found in Chinese, which writes no spaces', () => {
    const titles = ['如何申请退款', '取消订阅', '给电池充电', '电池指示灯是什么意思？'];
    expect(actions('zh', 'do', titles)).toEqual(['申请退款', '取消订阅', '给电池充电']);
  });

  it('is found in Korean, whose verbs stand last, and takes the form that a question asks for', () => {
    const titles = [
      '환불 받기',
      '구독 해지하기',
      '비밀번호를 재설정하려면 어떻게 하나요?',
      '타이어에 바람 넣기',
      '주문 취소',
      '배터리 표시등은 무슨 뜻인가요?',
    ];
    expect(actions('ko', '할', titles)).toEqual([
      '환불 받을',
      '구독 해지할',
      '비밀번호를 재설정할',
      '타이어에 바람 넣을',
      '주문을 취소할',
    ]);
  });

  it('is found in Japanese', () => {
    const titles = ['注文をキャンセルする方法', 'パスワードの変更方法', '住所を変更したい', '料金について'];
    expect(actions('ja', 'し', titles)).toEqual(['注文をキャンセルし', 'パスワードを変更し', '住所を変更し']);
  });

  it('is found in German, whose capitals stay and whose verbs stand last', () => {
    const titles = ['Passwort zurücksetzen', 'Wie kann ich meine Bestellung stornieren?', 'Öffnungszeiten'];
    expect(actions('de', 'zu', titles)).toEqual(['Passwort zurückzusetzen', 'meine Bestellung zu stornieren']);
  });

  it('is found in French and Spanish', () => {
    expect(actions('fr', 'do', ['Annuler une commande', 'Comment résilier mon abonnement ?', 'Frais de port'])).toEqual(
      ['annuler une commande', 'résilier mon abonnement'],
    );
    expect(actions('es', 'do', ['¿Cómo cambiar mi contraseña?', 'Cancelar un pedido', 'Gastos de envío'])).toEqual([
      'cambiar mi contraseña',
      'cancelar un pedido',
    ]);
  });
});

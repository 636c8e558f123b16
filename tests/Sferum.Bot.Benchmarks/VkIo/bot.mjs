// The director's lap on vk-io: the steps, texts and keyboards of Sferum.Bot, by execute (apiMode parallel) over long poll.
// Environment: VK_API, VK_TOKEN, VK_GROUP, VK_LIMIT (requests a second, 0: as many as it can), FIRST_PEER;
// PGDATABASE and its like: the session is kept in PostgreSQL, loaded before each message and saved after it
// (SAVE=early: saved before the replies are sent); without them it is kept in memory.
import { Agent } from 'node:http';
import { Keyboard, VK } from 'vk-io';
import { memorySessions, postgresSessions } from './sessions.mjs';

const { VK_API, VK_TOKEN, VK_GROUP, VK_LIMIT, FIRST_PEER, PGDATABASE, SAVE } = process.env;
const limit = Number(VK_LIMIT);
const firstPeer = Number(FIRST_PEER);
const INSTITUTION = '1';
const ALL = 100;

const vk = new VK({
  token: VK_TOKEN,
  apiBaseUrl: VK_API,
  apiMode: 'parallel',
  apiLimit: limit || 1000,
  apiVersion: '5.199',
  pollingGroupId: Number(VK_GROUP),
  agent: new Agent({ keepAlive: true }), // its own one speaks https only
});

if (limit === 0) {
  // Pacing off: whatever waits goes out at once, 25 calls a request.
  const { worker } = vk.api;
  worker.heat = () => {
    while (!worker.paused && worker.queue.length > 0) {
      worker.execute();
    }
  };
}

const sessions = PGDATABASE ? await postgresSessions(SAVE === 'early') : memorySessions();

const numberOf = (peer, lap) => 1 + ((peer * 31 + lap * 7) % (ALL - 1));
const fresh = (peer) => ({ state: 'list', kept: numberOf(peer, ALL - 2), told: 0, revision: 1 });
const school = (peer) => `МОУ «Вымышленная СОШ № ${peer - firstPeer + 1}»`;
const report = (session) => (session.revision > 1 ? `1-${session.revision}` : '1');
const line = (point) => ({ c: 'line', a: { institution: INSTITUTION, line: `223-09/${point}` } });
const about = (command) => ({ c: command, a: { institution: INSTITUTION, line: '223-09/1.4' } });
const secondary = (label, payload) => ({ label, payload, color: Keyboard.SECONDARY_COLOR });
const primary = (label, payload) => ({ label, payload, color: Keyboard.PRIMARY_COLOR });

const keyboard = (...rows) => {
  const builder = Keyboard.builder();
  rows.forEach((row, index) => {
    if (index > 0) {
      builder.row();
    }
    row.forEach((button) => builder.textButton(button));
  });
  return builder;
};

const points = [
  ['1.1а', '1.1.a', 'Приказ об использовании'], ['1.1б', '1.1.b', 'Приказ об администраторе'],
  ['1.1в', '1.1.c', 'Документы на сайте'], ['1.2', '1.2.0', 'Рабочие встречи онлайн'],
  ['1.2а', '1.2.a', 'Чат с заместителями'], ['1.2б', '1.2.b', 'Чат с педагогами'],
  ['1.2в', '1.2.c', 'Чат с родительским активом'], ['1.2г', '1.2.d', 'Чат с ученическим активом'],
  ['1.3', '1.3', 'План внутреннего контроля'],
];

const day = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short' });
const received = () => day.format(new Date());

const says = {
  list: (peer) => [
    `${school(peer)}\nПриказ № 223-09, срок: 19 апреля, пятница.\nСрок прошёл, сдать ещё можно. Сдано 1 из 10.\n\nОсталось:\n`
      + points.map(([label, , title]) => `• ${label} ${title}`).join('\n')
      + '\n\nПо желанию:\n• 1.2д Иные рабочие чаты\n\nНажмите номер пункта, который сделали.',
    keyboard(
      points.slice(0, 4).map(([label, key]) => primary(label, line(key))),
      points.slice(4, 8).map(([label, key]) => primary(label, line(key))),
      [secondary('1.2д', line('1.2.e')), primary('1.3', line('1.3'))],
      [secondary('Мои ответы', { c: 'sent_list' }), secondary('Кто отчитывается', { c: 'people' })],
      [secondary('Вопрос человеку', { c: 'human' }), secondary('Помощь', { c: 'help' })],
    ),
  ],
  filed: (peer, session) => [
    `1.4 Должностная инструкция: на проверке.\nОтчёт № ${report(session)}, получен ${received()}, после срока.\n`
      + `• Приказ: № 14-од от 16.04.2024\n• Ознакомлено: ${session.kept} из ${ALL}\nПока не приняли, его можно исправить или отозвать.`,
    keyboard(
      [secondary('Исправить', about('correct')), secondary('Отозвать', about('withdraw'))],
      [secondary('История', about('history')), primary('Что с меня', { c: 'menu' })],
    ),
  ],
  mend: (peer, session) => [
    `Исправляем отчёт № ${report(session)}: 1.4 Должностная инструкция.\nЧто меняем? Остальное сохранил.`,
    keyboard(
      [primary('Приказ', { c: 'fix_field', a: { field: 'document' } })],
      [primary('Ознакомлено', { c: 'fix_field', a: { field: 'acquainted' } })],
      [secondary('Назад', { c: 'back' }), secondary('Человек', { c: 'human' })],
    ),
  ],
  fix: () => [
    'Сколько работников ознакомлено под подпись и сколько всего? Например: 18 из 20',
    keyboard([secondary('Назад', { c: 'back' }), secondary('Отмена', { c: 'cancel' }), secondary('Человек', { c: 'human' })]),
  ],
  confirm: (peer, session) => [
    `Я понял так: 1.4 Должностная инструкция\n• Приказ: № 14-од от 16.04.2024\n• Ознакомлено: ${session.told} из ${ALL}\n`
      + 'Срок прошёл 19 апреля 2024: приму, но с пометкой «после срока».\nОтправляем?',
    keyboard(
      [{ label: 'Отправить', payload: about('submit'), color: Keyboard.POSITIVE_COLOR }],
      [secondary('Исправить', { c: 'fix' }), secondary('Отмена', { c: 'cancel' })],
    ),
  ],
  receipt: (peer, session) => [
    `✓ Квитанция: отчёт № ${report(session)}\n${school(peer)}\nПриказ № 223-09, п. 1.4 Должностная инструкция\nПолучен ${received()}, после срока\nОсталось сдать 9 из 10.`,
    null,
  ],
  sent: () => [
    'Специалист проверит, я напишу.',
    keyboard(
      [primary('Дальше: 1.1а Приказ об использовании', line('1.1.a'))],
      [primary('Что с меня', { c: 'menu' }), secondary('Мои ответы', { c: 'sent_list' })],
    ),
  ],
  hint: () => ['Не понял вас. Нажмите кнопку или напишите «меню», «помощь» или «человек».', null],
};

// From the state and what was heard to the next state; what it says besides stands in `also`.
const steps = {
  list: { written: (text) => text === '1.4' && { to: 'filed' } },
  filed: { pressed: { correct: () => ({ to: 'mend' }) } },
  mend: { pressed: { fix_field: () => ({ to: 'fix' }) } },
  fix: {
    written: (text, session) => {
      const fraction = /^(\d+) из (\d+)$/u.exec(text);
      if (!fraction || Number(fraction[1]) > Number(fraction[2])) {
        return false;
      }
      session.told = Number(fraction[1]);
      return { to: 'confirm' };
    },
  },
  confirm: {
    pressed: {
      submit: (session) => {
        session.kept = session.told;
        session.revision += 1;
        return { to: 'sent', also: 'receipt' };
      },
    },
  },
  sent: {},
};

const step = (session, context) => {
  const { text } = context;
  const command = context.hasMessagePayload ? context.messagePayload.c : null;
  if (text === 'меню' || command === 'menu') {
    return { to: 'list' };
  }
  const rules = steps[session.state];
  return (command ? rules.pressed?.[command]?.(session) : rules.written?.(text, session)) || { to: session.state, also: 'hint' };
};

vk.updates.on('message_new', async (context) => {
  const { peerId } = context;
  await sessions.with(peerId, () => fresh(peerId), async (session, save) => {
    const { to, also } = step(session, context);
    session.state = to;
    const texts = [also, to].filter(Boolean).map((name) => says[name](peerId, session));
    await save();
    for (const [message, keys] of texts) {
      await context.send(message, keys ? { keyboard: keys } : {});
    }
  });
});

process.stdin.resume();
process.stdin.on('end', () => process.exit(0)); // whoever started it is gone
await vk.updates.startPolling();

// A bot on vk-io. Environment: VK_API, VK_TOKEN, VK_GROUP, VK_MODE (sequential, or parallel: by execute).
// Prints "ready" when it polls and one line for each thing it has done.
import { Agent } from 'node:http';
import { VK, Keyboard } from 'vk-io';

const { VK_API, VK_TOKEN, VK_GROUP, VK_MODE } = process.env;
const vk = new VK({
  token: VK_TOKEN,
  apiBaseUrl: VK_API,
  apiMode: VK_MODE,
  apiLimit: 20,
  apiVersion: '5.199',
  pollingGroupId: Number(VK_GROUP),
  agent: new Agent({ keepAlive: true }), // its own one speaks https only
});

const say = (...words) => console.log(words.join(' '));

vk.updates.on('message_new', async (context) => {
  if (context.hasMessagePayload) {
    await context.send(`Нажато: ${context.messagePayload.c}`);
    say('pressed', context.messagePayload.c);
    return;
  }

  if (context.text === 'файлы') {
    const file = Buffer.from('свод');
    const photo = Buffer.from('R0lGODlhAgABAAAAAA==', 'base64');
    await context.sendDocuments({ value: file, filename: 'svod.xlsx' });
    await context.sendPhotos({ value: photo, filename: 'photo.gif' });
    say('files');
    return;
  }

  if (context.text === 'много') {
    const texts = ['раз', 'два', 'три'];
    const sent = await Promise.all(texts.map((message, index) => vk.api.messages.send({
      peer_id: context.peerId, random_id: 1000 + index, message,
    })));
    say('many', sent.length);
    return;
  }

  await context.setActivity();
  await context.send(`Здравствуйте! Вы написали: ${context.text}`, {
    keyboard: Keyboard.builder()
      .textButton({ label: 'Меню', payload: { c: 'menu' }, color: Keyboard.PRIMARY_COLOR })
      .row()
      .callbackButton({ label: 'Статус', payload: { c: 'status' }, color: Keyboard.SECONDARY_COLOR }),
  });
  say('answered');
});

vk.updates.on('message_event', async (context) => {
  await context.answer({ type: 'show_snackbar', text: `Статус: ${context.eventPayload.c}` });
  say('event', context.eventPayload.c);
});

const [group] = (await vk.api.groups.getById({})).groups;
say('group', group.id);
await vk.updates.startPolling();
say('ready');

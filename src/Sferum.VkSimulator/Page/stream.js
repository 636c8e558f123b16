// Server-Sent Events with a reconnection of our own: EventSource gives up for good when the answer is not a
// stream, and the page has to come back by itself when the simulator is started again.

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 4000;

/** handlers: { chat, typing, snackbar, traffic, clock, persons, chats }, each gets the event's data. */
export function openStream(handlers, { onUp, onDown }) {
  let pause = FIRST_PAUSE;

  function connect() {
    const source = new EventSource("/admin/stream");
    source.onopen = () => {
      pause = FIRST_PAUSE;
      onUp();
    };
    source.onerror = () => {
      source.close();
      onDown();
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    for (const [name, handler] of Object.entries(handlers)) {
      source.addEventListener(name, event => handler(JSON.parse(event.data)));
    }
  }

  connect();
}

/** Runs job at once, never twice at a time; calls that come meanwhile are one more run at the end, after a pause. */
export function coalesced(job, pause = 0) {
  let running = null;
  let again = false;
  return function run() {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      try {
        do {
          again = false;
          await job();
          if (again && pause) await new Promise(resolve => setTimeout(resolve, pause));
        } while (again);
      } finally {
        running = null;
      }
    })();
    return running;
  };
}

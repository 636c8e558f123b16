// Where a conversation is kept between two messages.
import pg from 'pg';

export const memorySessions = () => {
  const kept = new Map();
  return {
    with: async (peer, fresh, work) => {
      let session = kept.get(peer);
      if (!session) {
        session = fresh();
        kept.set(peer, session);
      }
      await work(session, () => {});
    },
  };
};

// One SELECT and one INSERT … ON CONFLICT a message, over a pool.
export const postgresSessions = async (savesEarly) => {
  const pool = new pg.Pool({ max: 20 });
  await pool.query('create table if not exists session (peer_id bigint primary key, data jsonb not null, updated_at timestamptz not null)');
  const load = (peer) => pool.query({ name: 'load', text: 'select data from session where peer_id = $1', values: [peer] });
  const store = (peer, session) => pool.query({
    name: 'save',
    text: `insert into session (peer_id, data, updated_at) values ($1, $2, now())
      on conflict (peer_id) do update set data = excluded.data, updated_at = excluded.updated_at`,
    values: [peer, JSON.stringify(session)],
  });
  return {
    with: async (peer, fresh, work) => {
      const { rows } = await load(peer);
      const session = rows[0]?.data ?? fresh();
      await work(session, async () => {
        if (savesEarly) {
          await store(peer, session);
        }
      });
      if (!savesEarly) {
        await store(peer, session);
      }
    },
  };
};

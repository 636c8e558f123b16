COMMENT ON SCHEMA public IS 'standard public schema';
CREATE FUNCTION public.refuse_change_of_journal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'the journal is append-only';
end
$$;
CREATE TABLE public.broadcast (
    id bigint NOT NULL,
    author_id bigint NOT NULL,
    draft text NOT NULL,
    body text NOT NULL,
    attachments text NOT NULL,
    audience text NOT NULL,
    urgent boolean NOT NULL,
    state text NOT NULL,
    send_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    reads_asked_at timestamp with time zone,
    reads_seen_at timestamp with time zone
);
ALTER TABLE public.broadcast ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.broadcast_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.broadcast_recipient (
    broadcast_id bigint NOT NULL,
    "position" integer NOT NULL,
    person_id bigint,
    institutions text NOT NULL,
    state text NOT NULL,
    not_before timestamp with time zone,
    code integer,
    message_id bigint,
    sent_at timestamp with time zone,
    day date,
    read boolean NOT NULL,
    answered boolean NOT NULL
);
CREATE TABLE public.claim_code (
    id bigint NOT NULL,
    institution_id bigint NOT NULL,
    code_hash text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    used_by bigint,
    revoked_at timestamp with time zone,
    role text DEFAULT 'head'::text NOT NULL,
    member_since timestamp with time zone,
    member_until timestamp with time zone,
    issued_by bigint
);
ALTER TABLE public.claim_code ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.claim_code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conversation (
    peer_id bigint NOT NULL,
    state text NOT NULL,
    slots text NOT NULL,
    version text NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.dead_letter (
    id bigint NOT NULL,
    event_id text NOT NULL,
    peer_id bigint NOT NULL,
    person_id bigint NOT NULL,
    content text NOT NULL,
    reason text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    failed_at timestamp with time zone NOT NULL,
    replayed_at timestamp with time zone
);
ALTER TABLE public.dead_letter ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.dead_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.escalation (
    institution_id bigint NOT NULL,
    reason text NOT NULL,
    told_at timestamp with time zone NOT NULL
);
CREATE TABLE public.evidence_file (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    attachment_id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    source_url text,
    state text NOT NULL,
    attempts integer NOT NULL,
    next_try_at timestamp with time zone NOT NULL,
    sha256 text,
    received_at timestamp with time zone NOT NULL,
    fail_reason text
);
ALTER TABLE public.evidence_file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.evidence_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.failed_claim (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    failed_at timestamp with time zone NOT NULL
);
ALTER TABLE public.failed_claim ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.failed_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.inbox (
    id bigint NOT NULL,
    event_id text NOT NULL,
    peer_id bigint NOT NULL,
    person_id bigint NOT NULL,
    content text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    next_try_at timestamp with time zone NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='5000', autovacuum_vacuum_cost_delay='0');
ALTER TABLE public.inbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.inbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.institution (
    id bigint NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    archived boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    external_key text,
    head_note text,
    teachers integer
);
ALTER TABLE public.institution ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.institution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal (
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id bigint NOT NULL,
    institution_id bigint,
    order_number text,
    point text,
    action text NOT NULL,
    data text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL
);
CREATE TABLE public.line_decision (
    institution_id bigint NOT NULL,
    order_number text NOT NULL,
    point text NOT NULL,
    due date,
    changed_by bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.membership (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    institution_id bigint NOT NULL,
    role text NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone
);
ALTER TABLE public.membership ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outbox (
    id bigint NOT NULL,
    peer_id bigint NOT NULL,
    purpose integer NOT NULL,
    content text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_try_at timestamp with time zone NOT NULL,
    first_try_at timestamp with time zone,
    attempts integer NOT NULL,
    faults integer NOT NULL,
    uncertain boolean NOT NULL,
    without_keyboard boolean NOT NULL,
    code integer,
    reason text,
    random_id integer,
    broadcast_id bigint
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='5000', autovacuum_vacuum_cost_delay='0');
CREATE TABLE public.outbox_done (
    id bigint NOT NULL,
    peer_id bigint NOT NULL,
    purpose integer NOT NULL,
    content text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    fate integer NOT NULL,
    code integer,
    reason text,
    message_id bigint,
    conversation_message_id bigint,
    finished_at timestamp with time zone NOT NULL,
    broadcast_id bigint
);
CREATE TABLE public.outbox_hold (
    broadcast_id bigint NOT NULL,
    cancelled boolean NOT NULL
);
ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.panel_link (
    token_hash text NOT NULL,
    person_id bigint NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE TABLE public.panel_session (
    id_hash text NOT NULL,
    person_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.peer (
    peer_id bigint NOT NULL,
    can_message boolean NOT NULL,
    unreachable_code integer,
    since timestamp with time zone NOT NULL,
    muted boolean DEFAULT false NOT NULL
);
CREATE TABLE public.person (
    person_id bigint NOT NULL,
    teacher boolean NOT NULL,
    consent_version text,
    consent_at timestamp with time zone,
    muted boolean NOT NULL,
    institution_id bigint,
    met_at timestamp with time zone NOT NULL,
    news boolean DEFAULT false NOT NULL
);
CREATE TABLE public.promise (
    institution_id bigint NOT NULL,
    order_number text NOT NULL,
    point text NOT NULL,
    due date NOT NULL,
    person_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    reason text
);
CREATE TABLE public.question (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    body text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text,
    answered_by bigint,
    answered_at timestamp with time zone,
    outcome text DEFAULT 'asked'::text NOT NULL,
    group_id bigint,
    role text DEFAULT ''::text NOT NULL,
    org_type text,
    institution_id bigint,
    line text,
    topic text,
    said text
);
ALTER TABLE public.question ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reminder (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    institution_id bigint NOT NULL,
    lines text NOT NULL,
    sent_at timestamp with time zone NOT NULL
);
ALTER TABLE public.reminder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reminder_later (
    person_id bigint NOT NULL,
    day date NOT NULL
);
CREATE TABLE public.reminder_mark (
    person_id bigint NOT NULL,
    institution_id bigint NOT NULL,
    order_number text NOT NULL,
    point text NOT NULL,
    step_at timestamp with time zone NOT NULL
);
CREATE TABLE public.report (
    id bigint NOT NULL,
    institution_id bigint NOT NULL,
    order_number text NOT NULL,
    point text NOT NULL,
    status text NOT NULL,
    revision integer NOT NULL,
    answers text NOT NULL,
    late boolean NOT NULL,
    reported_by bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    reviewed_by bigint,
    reviewed_at timestamp with time zone,
    return_reason text,
    kind text DEFAULT 'done'::text NOT NULL
);
CREATE TABLE public.report_file (
    report_id bigint NOT NULL,
    revision integer NOT NULL,
    file_id bigint NOT NULL
);
ALTER TABLE public.report ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.saved_answer (
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    questions text NOT NULL,
    body text NOT NULL,
    saved_by bigint NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);
ALTER TABLE public.saved_answer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.saved_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.saved_audience (
    id bigint NOT NULL,
    name text NOT NULL,
    audience text NOT NULL,
    saved_by bigint NOT NULL,
    saved_at timestamp with time zone NOT NULL
);
ALTER TABLE public.saved_audience ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.saved_audience_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.schemaversions (
    schemaversionsid integer NOT NULL,
    scriptname character varying(255) NOT NULL,
    applied timestamp without time zone NOT NULL
);
CREATE SEQUENCE public.schemaversions_schemaversionsid_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.schemaversions_schemaversionsid_seq OWNED BY public.schemaversions.schemaversionsid;
CREATE TABLE public.seen_event (
    event_id text NOT NULL COLLATE pg_catalog."C",
    seen_at timestamp with time zone NOT NULL,
    peer_id bigint NOT NULL,
    conversation_message_id bigint
);
CREATE TABLE public.shown_chat (
    chat_peer_id bigint NOT NULL,
    invited_by bigint NOT NULL,
    state text NOT NULL,
    title text,
    people integer,
    seen_at timestamp with time zone,
    looks integer NOT NULL,
    look_at timestamp with time zone,
    institution_id bigint,
    order_number text,
    point text
);
CREATE TABLE public.stream_cursor (
    channel text NOT NULL,
    "position" text NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.substitute (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    since date NOT NULL,
    until date NOT NULL,
    granted_by bigint NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);
ALTER TABLE public.substitute ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.substitute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.talk (
    peer_id bigint NOT NULL,
    until timestamp with time zone NOT NULL,
    opened_by bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL
);
CREATE TABLE public.teacher (
    person_id bigint NOT NULL,
    institution_id bigint NOT NULL,
    confirmed_at timestamp with time zone
);
CREATE TABLE public.unasked_day (
    person_id bigint NOT NULL,
    day date NOT NULL,
    sent_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY public.schemaversions ALTER COLUMN schemaversionsid SET DEFAULT nextval('public.schemaversions_schemaversionsid_seq'::regclass);
INSERT INTO public.broadcast OVERRIDING SYSTEM VALUE VALUES
	(1, 103, '2024-04-15 06:00:00Z', '{учреждение}: в четверг в 10 совещание. Осталось сдать {осталось}, срок {срок}.', '', '{"to":"picked","Institutions":[1,3]}', false, 'running', '2024-04-15 06:01:00+00', '2024-04-15 06:00:00+00', '2024-04-15 06:02:00+00', NULL, NULL, NULL),
	(2, 103, '2024-04-15 06:03:00Z 1', 'Коллеги, образец приказа прислал методист.', '', '{"to":"everybody","Types":[]}', false, 'planned', '2024-04-20 08:00:00+00', '2024-04-15 06:03:00+00', NULL, NULL, NULL, NULL);
INSERT INTO public.broadcast_recipient VALUES
	(1, 3, 700000113, '3', 'muted', NULL, NULL, NULL, NULL, NULL, false, false),
	(1, 1, 700000111, '1', 'queued', NULL, NULL, NULL, NULL, '2024-04-15', false, false),
	(1, 2, 700000121, '1', 'queued', NULL, NULL, NULL, NULL, '2024-04-15', false, false);
INSERT INTO public.claim_code OVERRIDING SYSTEM VALUE VALUES
	(4, 4, '164ab0c3d289d57752e5f4ecd08af7cab49d331db9accdd8fbc43234e87c03d0', '2024-04-15 06:00:00+00', '2024-05-15 06:00:00+00', NULL, NULL, NULL, 'head', NULL, NULL, 0),
	(1, 1, '4d66fce62c9c0382c772eb44396d8fe7d0cbf2629aaf0e6aa97c67c09a6f479f', '2024-04-15 06:00:00+00', '2024-05-15 06:00:00+00', '2024-04-15 06:00:00+00', 700000111, NULL, 'head', NULL, NULL, 0),
	(2, 2, '2b5329b556ddc18b08cb64608e93350939652f8a1a72be0a5a389c25ccf75043', '2024-04-15 06:00:00+00', '2024-05-15 06:00:00+00', '2024-04-15 06:00:00+00', 700000112, NULL, 'head', NULL, NULL, 0),
	(3, 3, '2adb12af094671db849ba8d09cacf42f5f37564cdc07344810de7fe02f7ae4ef', '2024-04-15 06:00:00+00', '2024-05-15 06:00:00+00', '2024-04-15 06:00:00+00', 700000113, NULL, 'head', NULL, NULL, 0),
	(5, 1, '7efe09058ecdf457daddb80c3f7c81ddf433386458aa18ffdea38322eac232a5', '2024-04-15 06:00:00+00', '2024-04-22 06:00:00+00', '2024-04-15 06:00:00+00', 700000121, NULL, 'deputy', '2024-04-14 21:00:00+00', '2024-04-30 21:00:00+00', 700000111),
	(6, 2, 'caf51298cd035e48e7393dab79684b17bd0078473d007bd1f1eea1756a807d3a', '2024-04-15 06:00:00+00', '2024-04-22 06:00:00+00', '2024-04-15 06:00:00+00', 700000122, NULL, 'head', NULL, NULL, 700000112);
INSERT INTO public.conversation VALUES
	(700000111, 'director.reminders.told', '{"asked":"Кто подписывает приказ, если директор в отпуске вместе с заместителем?","back":"director.menu.list","code":"SHKA2345","counted":"40","draft_for":"1","due":"2024-04-26","institution":"МОУ «Вымышленская СОШ № 1»","late_reason":"ждём подписи","left":"","line":"223-09/1.3","people_of":"1","role":"head","since":"2024-04-15","until":"2024-04-30"}', 'director.reminders@1', '2024-04-17 05:00:00+00'),
	(700000122, 'welcome.hello.claimed', '{"code":"ASGVCC5T","institution":"МДОУ «Детский сад № 3 „Солнышко“»","role":"head","since":"","until":""}', 'welcome.hello@2', '2024-04-15 06:00:00+00'),
	(700000113, 'director.report.begin', '{"code":"DMTA2345","draft":"223-09/1.1.a","draft_for":"3","institution":"УДО «Дом творчества „Радуга“»","left":"","line":"223-09/1.1.a","role":"head","since":"","until":""}', 'director.report@2', '2024-04-18 06:00:00+00'),
	(710000001, 'director.excuse.not_ours_sure', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft":"223-09/1.2.a","draft_for":"1","due":"2024-04-23","left":"","line":"223-09/1.2.a","reason":"у нас нет ни заместителей, ни советников"}', 'director.excuse@1', '2024-04-26 07:00:00+00'),
	(700000141, 'shared.human.sent', '{"asked":"Почему у нас в столовой холодно?","back":"welcome.hello.who"}', 'shared.human@2', '2024-04-15 06:00:00+00'),
	(710000002, 'director.excuse.not_ours_sure', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft_for":"1","due":"2024-04-23","left":"","line":"223-09/1.2.d","reason":"у нас начальная школа"}', 'director.excuse@1', '2024-04-26 07:00:00+00'),
	(700000142, 'welcome.hello.refused', '{}', 'welcome.hello@2', '2024-04-15 06:00:00+00'),
	(710000003, 'director.excuse.not_ours_why', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft":"223-09/1.1.b","draft_for":"1","due":"2024-04-23","left":"1.1а","line":"223-09/1.1.b","queue":""}', 'director.excuse@1', '2024-04-26 07:00:00+00'),
	(700000132, 'shared.human.sent', '{"asked":"Можно ли назначить администратором секретаря школы?","asked_topic":"p11-admin-who","back":"teacher.work.chosen","place":"МОУ","was_marked":"false","work":"МОУ «Вымышленская СОШ № 1»"}', 'shared.human@2', '2024-04-15 06:00:00+00'),
	(710000004, 'director.excuse.not_ours_why', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft":"223-09/1.2.a","draft_for":"1","due":"2024-04-23","left":"","line":"223-09/1.2.a"}', 'director.excuse@1', '2024-04-26 07:00:00+00'),
	(103, 'specialist.desk.start', '{"answer":"Нет: по приказу это педагогический работник.","at":"2024-04-20T11:00","audience":"all;","broadcast":"2024-04-15 06:03:00Z 1","fault":"","question":"1","reason":"нет печати","report":"2","skipped":"(1)","text":"Коллеги, образец приказа прислал методист.","version":"2"}', 'specialist.desk@4', '2024-04-15 06:03:00+00'),
	(710000005, 'director.excuse.promise_when', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft":"223-09/1.3","draft_for":"1","left":"","line":"223-09/1.3"}', 'director.excuse@1', '2024-04-26 07:00:00+00'),
	(710000006, 'director.excuse.promise_when', '{"draft":"223-09/1.3","draft_for":"1","left":"","line":"223-09/1.3"}', 'director.excuse@1', '2024-04-26 07:00:00+00'),
	(710000007, 'director.excuse.promised', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft_for":"1","due":"2024-04-23","left":"","line":"223-09/1.3"}', 'director.excuse@1', '2024-04-26 07:00:00+00'),
	(700000131, 'teacher.guide.done', '{"mark":"yes","place":"МОУ"}', 'teacher.guide@1', '2024-04-15 06:00:00+00'),
	(710000008, 'director.excuse.promised', '{"draft_for":"1","due":"2024-04-18","left":"","line":"223-09/1.1.a","queue":"|223-09/1.4|","wrong":"position"}', 'director.excuse@1', '2024-04-26 07:00:00+00'),
	(710000009, 'director.menu.choose', '{}', 'director.menu@2', '2024-04-26 07:00:00+00'),
	(710000010, 'director.menu.list', '{"answers.chat.members":"5","answers.chat.title":"Администрация","asked_topic":"","back":"director.report.mend","bot_said":"","draft":"23","draft_for":"1","left":"","line":"223-09/1.2.a","wrong":"files"}', 'director.menu@2', '2024-04-26 07:00:00+00'),
	(710000011, 'director.menu.list', '{"answers.chat.members":"34","answers.chat.staff":"36","answers.chat.title":"Педсовет","draft":"223-09/1.2.b","draft_for":"1","left":"","line":"223-09/1.2.b","taken":"chat","wrong":"document"}', 'director.menu@2', '2024-04-26 07:00:00+00'),
	(710000012, 'director.menu.nobody', '{}', 'director.menu@2', '2024-04-26 07:00:00+00'),
	(710000013, 'director.menu.sent_list', '{"answers.document.date":"2024-04-15","answers.document.number":"12","answers.files.0":"photo1_2","draft":"223-09/1.1.a","draft_for":"1","left":"","line":"223-09/1.1.a","seen":"17","taken":"document files"}', 'director.menu@2', '2024-04-26 07:00:00+00'),
	(710000014, 'director.menu.sent_list', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft_for":"1","due":"2024-04-23","left":"","line":"223-09/1.2.a"}', 'director.menu@2', '2024-04-26 07:00:00+00'),
	(710000015, 'director.people.as_deputy', '{"deputy":"41","people_of":"1","since":"2024-04-20","until":"2024-04-30"}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(710000016, 'director.people.code_given', '{"people_of":"1","since":"2024-04-20","until":"2024-04-30"}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(700000121, 'director.report.sent_last', '{"code":"K955BYM2","draft_for":"1","institution":"МОУ «Вымышленская СОШ № 1»","left":"","line":"223-09/1.4","role":"deputy","since":"2024-04-15","until":"2024-04-30"}', 'director.report@2', '2024-04-15 06:00:00+00'),
	(710000017, 'director.people.deputy_period', '{"people_of":"1","since":"2024-04-16","until":"2024-04-30"}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(710000018, 'director.people.deputy_period', '{}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(700000112, 'director.people.handed', '{"code":"SADA2345","draft_for":"2","institution":"МДОУ «Детский сад № 3 „Солнышко“»","left":"","line":"223-09/1.1.a","role":"head","since":"","until":""}', 'director.people@1', '2024-04-15 06:00:00+00'),
	(710000019, 'director.people.deputy_sure', '{"people_of":"1","since":"2025-03-20","until":"2025-04-10"}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(710000020, 'director.people.end_sure', '{"deputy":"41","people_of":"1","since":"2024-04-20","until":"2024-04-30"}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(710000021, 'director.people.hand_over', '{"deputy":"41","people_of":"1","since":"2024-04-20","until":"2024-04-30"}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(710000022, 'director.people.handed', '{"deputy":"41","people_of":"1","since":"2024-04-20","until":"2024-04-30"}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(710000023, 'director.people.list', '{"deputy":"41","people_of":"1","since":"2024-04-20","until":"2024-04-30"}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(710000024, 'director.people.list', '{"people_of":"1","since":"2024-04-20","until":"2024-04-30"}', 'director.people@1', '2024-04-26 07:00:00+00'),
	(710000025, 'director.reminders.told', '{"due":"2024-04-26","late_reason":"ждём подписи учредителя","line":"223-09/1.3"}', 'director.reminders@1', '2024-04-26 07:00:00+00'),
	(710000026, 'director.reminders.when', '{"late_reason":"ждём подписи учредителя","line":"223-09/1.4"}', 'director.reminders@1', '2024-04-26 07:00:00+00'),
	(710000027, 'director.reminders.when', '{"line":"223-09/1.3"}', 'director.reminders@1', '2024-04-26 07:00:00+00'),
	(710000028, 'director.reminders.which', '{"late_reason":"ждём подписи учредителя"}', 'director.reminders@1', '2024-04-26 07:00:00+00'),
	(710000029, 'director.reminders.which', '{}', 'director.reminders@1', '2024-04-26 07:00:00+00'),
	(710000030, 'director.reminders.why', '{"due":"2024-04-26","line":"223-09/1.3"}', 'director.reminders@1', '2024-04-26 07:00:00+00'),
	(710000031, 'director.report.accepted', '{"answers.document.date":"2024-04-15","answers.document.number":"12","answers.files.0":"photo1_2","draft":"223-09/1.1.a","draft_for":"1","left":"","line":"223-09/1.1.a","seen":"17","taken":"document files"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000032, 'director.report.accepted', '{"line":"223-09/1.1.a"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000033, 'director.report.ask', '{"answers.files.0":"photo1_2","answers.files.1":"photo1_3","answers.files.2":"photo1_4","answers.files.3":"photo1_5","answers.files.4":"photo1_6","answers.files.5":"photo1_7","answers.files.6":"photo1_8","answers.files.7":"photo1_9","answers.files.8":"photo1_10","answers.files.9":"photo1_11","draft":"223-09/1.1.a","draft_for":"1","left":"1.1б","line":"223-09/1.1.a","queue":"","taken":"files","wrong":"position"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000034, 'director.report.ask', '{"answers.plan.date":"2024-04-12","answers.plan.section":"строка 17","answers.plan.title":"План ВШК","asked":"а фото обязательно?","asked_topic":"bot-evidence","back":"director.report.ask","bot_said":"Что прикладывать как подтверждение","draft":"223-09/1.3","draft_for":"1","left":"","line":"223-09/1.3","taken":"plan"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000035, 'director.report.begin', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft":"223-09/1.1.b","draft_for":"1","due":"2024-04-23","left":"1.1а","line":"223-09/1.1.b","queue":""}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000036, 'director.report.begin', '{"code":"PQRS-4567","draft":"223-09/1.2.0","draft_for":"3","institution":"УДО «Вымышленский дом творчества»","left":"","line":"223-09/1.2.0","role":"","since":"","until":""}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000037, 'director.report.confirm', '{"answers.document.date":"2024-04-15","answers.document.number":"12-од","answers.files.0":"photo1_2","answers.files.1":"photo1_3","answers.files.2":"photo1_4","answers.files.3":"photo1_5","answers.files.4":"photo1_6","answers.files.5":"photo1_7","answers.files.6":"photo1_8","answers.files.7":"photo1_9","answers.files.8":"photo1_10","answers.files.9":"photo1_11","draft":"223-09/1.1.a","draft_for":"1","left":"1.1б","line":"223-09/1.1.a","queue":"","taken":"files document","wrong":"position"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000038, 'director.report.confirm', '{"answers.document.date":"2024-04-15","answers.document.number":"12","answers.files.0":"photo1_4","answers.files.1":"photo1_5","answers.files.2":"photo1_6","answers.files.3":"photo1_7","answers.files.4":"photo1_8","answers.files.5":"photo1_9","answers.files.6":"photo1_10","answers.files.7":"photo1_11","answers.files.8":"photo1_12","answers.files.9":"photo1_13","draft":"223-09/1.1.a","draft_for":"1","left":"","line":"223-09/1.1.a","taken":"document files"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000039, 'director.report.filed', '{"answers.document.date":"2024-04-15","answers.document.number":"13","answers.files.0":"photo1_3","draft":"223-09/1.1.b","draft_for":"1","left":"1.1а","line":"223-09/1.1.b","seen":"17","taken":"document files"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000040, 'director.report.filed', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft_for":"1","due":"2024-04-23","left":"","line":"223-09/1.2.a"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000041, 'director.report.fix', '{"answers.document.date":"2024-04-15","answers.document.number":"12-од","answers.document.title":"приказ","answers.files.0":"photo1_1","answers.position.position":"учитель химии","draft":"223-09/1.1.b","draft_for":"1","left":"","line":"223-09/1.1.b","taken":"document files position","wrong":"position"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000042, 'director.report.fix', '{"answers.acquainted.done":"18","answers.acquainted.total":"20","answers.document.date":"2024-04-16","answers.document.number":"14","draft":"223-09/1.4","draft_for":"1","left":"","line":"223-09/1.4","taken":"document acquainted","wrong":"document"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000043, 'director.report.fix_one', '{"answers.document.date":"2024-04-15","answers.document.number":"12-од","answers.document.title":"приказ","answers.files.0":"photo1_1","draft":"223-09/1.1.b","draft_for":"1","left":"","line":"223-09/1.1.b","taken":"document files position","wrong":"position"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000044, 'director.report.fix_one', '{"answers.files.0":"photo1_1","asked_topic":"","back":"director.report.mend","bot_said":"","draft":"19","draft_for":"1","left":"","line":"223-09/1.1.a","wrong":"document"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000045, 'director.report.history', '{"draft_for":"1","left":"","line":"223-09/1.1.a","seen":"17"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000046, 'director.report.mend', '{"answers.document.date":"2024-04-15","answers.document.number":"12-од","answers.files.0":"photo1_1","asked_topic":"","back":"director.report.mend","bot_said":"","draft":"19","draft_for":"1","left":"","line":"223-09/1.1.a","wrong":""}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000047, 'director.report.mend', '{"answers.document.date":"2024-04-15","answers.document.number":"12-од","answers.files.0":"photo1_1","draft":"19","draft_for":"1","left":"","line":"223-09/1.1.a","wrong":""}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000048, 'director.report.mend_one', '{"answers.chat.members":"5","answers.chat.title":"Администрация","asked_topic":"","back":"director.report.mend","bot_said":"","draft":"23","draft_for":"1","left":"","line":"223-09/1.2.a","wrong":"files"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000049, 'director.report.mend_one', '{"answers.document.date":"2024-04-15","answers.document.number":"12-од","draft":"17","draft_for":"1","left":"","line":"223-09/1.1.a","wrong":"files"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000050, 'director.report.returned_excuse', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft":"223-09/1.2.a","draft_for":"1","due":"2024-04-23","left":"","line":"223-09/1.2.a"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000124, 'specialist.desk.reason', '{"reason":"","report":"17","version":"17"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000051, 'director.report.sent_last', '{"code":"PQRS-4567","draft_for":"3","institution":"УДО «Вымышленский дом творчества»","left":"","line":"223-09/1.2.0","role":"","since":"","until":""}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000052, 'director.report.sent_last', '{"asked_topic":"","back":"director.excuse.promise_when","bot_said":"","draft_for":"1","due":"2024-04-23","left":"","line":"223-09/1.2.a"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000053, 'director.report.unknown', '{"answers.document.date":"2024-04-15","answers.document.number":"12","answers.files.0":"photo1_2","draft":"223-09/1.1.a","draft_for":"1","left":"","line":"223-09/9.9","seen":"17","taken":"document files"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000054, 'director.report.unknown', '{"line":"999/1"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000055, 'director.report.withdraw', '{"draft_for":"1","left":"","line":"223-09/1.1.a","seen":"17"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000056, 'director.report.withdrawn', '{"draft_for":"1","left":"","line":"223-09/1.1.a","seen":"17"}', 'director.report@2', '2024-04-26 07:00:00+00'),
	(710000057, 'director.teachers.ask', '{"asked":"примерно","asked_topic":"p11-sample","bot_said":"Образец приказа или положения","counted":"40"}', 'director.teachers@1', '2024-04-26 07:00:00+00'),
	(710000058, 'director.teachers.ask', '{"asked":"примерно","asked_topic":"p11-sample","bot_said":"Образец приказа или положения"}', 'director.teachers@1', '2024-04-26 07:00:00+00'),
	(710000059, 'director.teachers.count', '{"asked":"примерно","asked_topic":"p11-sample","bot_said":"Образец приказа или положения","counted":"40"}', 'director.teachers@1', '2024-04-26 07:00:00+00'),
	(710000060, 'director.teachers.told', '{"asked":"примерно","asked_topic":"p11-sample","bot_said":"Образец приказа или положения","counted":"40"}', 'director.teachers@1', '2024-04-26 07:00:00+00'),
	(710000061, 'director.teachers.too_many', '{"asked":"примерно","asked_topic":"p11-sample","bot_said":"Образец приказа или положения","counted":"12000"}', 'director.teachers@1', '2024-04-26 07:00:00+00'),
	(710000062, 'shared.human.ask', '{"back":"director.report.begin","draft":"223-09/1.3","draft_for":"1","left":"","line":"223-09/1.3"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000063, 'shared.human.ask', '{"asked":"до какого числа сдавать","asked_topic":"order-deadline","back":"director.menu.list","bot_said":"До какого числа исполнить"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000064, 'shared.human.ask', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.confirm","bot_said":"","code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000065, 'shared.human.ask', '{"asked_topic":"","back":"welcome.hello.who"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000066, 'shared.human.ask', '{"asked":"кто админ у нас в школе по сферуму","asked_topic":"","back":"teacher.work.start","bot_said":""}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000067, 'shared.human.known', '{"asked":"Можно ли вместо плана ВШК приложить годовой план?","asked_topic":"p13-control-plan","back":"director.report.begin","bot_said":"План внутреннего контроля","draft":"223-09/1.3","draft_for":"1","left":"","line":"223-09/1.3"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000068, 'shared.human.known', '{"asked":"Кто будет проверять отчёты?","asked_topic":"order-controller","back":"director.report.begin","bot_said":"Кто контролирует исполнение","line":"223-09/1.1.b"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000069, 'shared.human.known', '{"asked":"Кому адресован приказ?","asked_topic":"order-whom","back":"welcome.hello.confirm","bot_said":"Кому адресован приказ","code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000070, 'shared.human.no_consent', '{"asked":"","asked_topic":"order-deadline","bot_said":"До какого числа исполнить","code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000071, 'shared.human.no_consent', '{"asked":"","asked_topic":"privacy-bot-data","bot_said":"Какие данные хранит бот"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000072, 'shared.human.offer', '{"answers.document.date":"2024-04-15","answers.document.number":"12-од","answers.files.0":"photo1_1","asked":"где купить принтер?","asked_topic":"","back":"director.report.mend","bot_said":"","draft":"19","draft_for":"1","left":"","line":"223-09/1.1.a","wrong":""}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000073, 'shared.human.offer', '{"answers.plan.date":"2024-04-12","answers.plan.section":"строка 17","answers.plan.title":"План ВШК","asked":"а какая завтра погода?","asked_topic":"","back":"director.report.ask","bot_said":"","draft":"223-09/1.3","draft_for":"1","left":"","line":"223-09/1.3","taken":"plan"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000074, 'shared.human.offer', '{"asked":"Когда заработает новый детский сад?","asked_topic":"","back":"welcome.hello.who","bot_said":""}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000075, 'shared.human.offer', '{"asked":"Почему у меня роль ученик?","asked_topic":"wrong-role","back":"teacher.menu.codes","bot_said":"Вступил не с той ролью","place":"УДО"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000076, 'shared.human.sent', '{"asked":"Можно ли вместо плана ВШК приложить годовой план?","asked_topic":"p13-control-plan","back":"director.report.begin","draft":"223-09/1.3","draft_for":"1","left":"","line":"223-09/1.3"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000077, 'shared.human.sent', '{"asked":"Кто будет проверять отчёты?","asked_topic":"order-controller","back":"director.report.begin","line":"223-09/1.1.b"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000078, 'shared.human.sent', '{"asked":"Когда заработает новый детский сад?","asked_topic":"","back":"welcome.hello.who"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000079, 'shared.human.sent', '{"asked":"Почему у меня роль ученик?","asked_topic":"wrong-role","back":"teacher.menu.codes","place":"УДО"}', 'shared.human@2', '2024-04-26 07:00:00+00'),
	(710000080, 'specialist.asking.changes', '{"ask":"changes;;d=2024-04-15"}', 'specialist.asking@1', '2024-04-26 07:00:00+00'),
	(710000081, 'specialist.asking.near', '{"near":"1.2б, сады","tail":";t=МДОУ;l=223-09/1.2.b"}', 'specialist.asking@1', '2024-04-26 07:00:00+00'),
	(710000082, 'specialist.asking.nobody', '{"ask":"one;;p=школой 99"}', 'specialist.asking@1', '2024-04-26 07:00:00+00'),
	(710000083, 'specialist.asking.one', '{"ask":"one;;i=2"}', 'specialist.asking@1', '2024-04-26 07:00:00+00'),
	(710000084, 'specialist.asking.several', '{"ask":"one;;p=вымышленской"}', 'specialist.asking@1', '2024-04-26 07:00:00+00'),
	(710000125, 'specialist.desk.reason', '{"report":"17","version":"17/4"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000085, 'specialist.asking.standing', '{"ask":"list;open","asked":"до какого числа надо отчитаться?","asked_topic":"order-deadline","bot_said":"До какого числа исполнить"}', 'specialist.asking@1', '2024-04-26 07:00:00+00'),
	(710000086, 'specialist.asking.standing', '{"ask":"list;open;t=МДОУ;l=223-09/1.2.b"}', 'specialist.asking@1', '2024-04-26 07:00:00+00'),
	(710000087, 'specialist.asking.unknown', '{"ask":"list;everything","near":"1.2б","tail":";l=223-09/1.2.b"}', 'specialist.asking@1', '2024-04-26 07:00:00+00'),
	(710000088, 'specialist.asking.which', '{"ask":"list;open;t=МДОУ;l=223-09/1.2.b"}', 'specialist.asking@1', '2024-04-26 07:00:00+00'),
	(710000089, 'specialist.broadcasts.again', '{"audience":"all;МОУ","draft":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000090, 'specialist.broadcasts.audiences', '{"attachments":"doc1_2","audience":"list;open","broadcast":"5","draft":"2024-04-16 07:05:00Z 9","text":"Образец приказа — во вложении."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000091, 'specialist.broadcasts.bad_text', '{"audience":"teachers;","broadcast":"2024-04-16 07:00:00Z 9","draft":"2024-04-16 07:00:00Z 9","text":"Здравствуйте, {имя}!"}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000092, 'specialist.broadcasts.check', '{"attachments":"","audience":"teachers;","broadcast":"9","draft":"2024-04-16 07:05:00Z 9","text":"Черновик"}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000093, 'specialist.broadcasts.check', '{"at":"2024-04-17T09:00","audience":"picked;1","broadcast":"2024-04-16 07:00:00Z 9","draft":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000094, 'specialist.broadcasts.keep', '{"at":"2024-04-19T14:30","audience":"picked;1","broadcast":"2024-04-16 07:00:00Z 9","draft":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000095, 'specialist.broadcasts.sent', '{"audience":"all;","broadcast":"2024-04-16 07:00:00Z","text":"Завтра в 10 совещание.","urgent":""}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000096, 'specialist.broadcasts.sent', '{"at":"2024-04-19T14:30","audience":"picked;1","broadcast":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000097, 'specialist.broadcasts.shown', '{"attachments":"","audience":"teachers;","broadcast":"8","draft":"2024-04-16 07:05:00Z 9","text":"Черновик"}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000098, 'specialist.broadcasts.shown', '{"broadcast":"9"}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000099, 'specialist.broadcasts.start', '{"audience":"picked;1,2","broadcast":"2024-04-16 07:00:00Z 9","draft":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000100, 'specialist.broadcasts.start', '{}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000101, 'specialist.broadcasts.when', '{"at":"2024-04-17T09:00","audience":"picked;1","broadcast":"2024-04-16 07:00:00Z 9","draft":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000102, 'specialist.broadcasts.when', '{"audience":"picked;1","broadcast":"2024-04-16 07:00:00Z 9","draft":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000103, 'specialist.broadcasts.whom', '{"broadcast":"2024-04-16 07:00:00Z 9","draft":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000104, 'specialist.broadcasts.whom', '{"draft":"2024-04-16 07:00:00Z","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000105, 'specialist.broadcasts.whom_again', '{"broadcast":"5","draft":"2024-04-16 07:05:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000106, 'specialist.broadcasts.whom_unclear', '{"audience":"names;школа 1, школа 99, вымышленская","broadcast":"2024-04-16 07:00:00Z 9","draft":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000107, 'specialist.broadcasts.write', '{"audience":"picked;1,2","broadcast":"5","draft":"2024-04-16 07:05:00Z 9"}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000108, 'specialist.broadcasts.write', '{"audience":"all;МОУ","draft":"2024-04-16 07:00:00Z 9","text":"Завтра в 10 совещание."}', 'specialist.broadcasts@1', '2024-04-26 07:00:00+00'),
	(710000109, 'specialist.desk.answer_sent', '{"answer":"Летом чаты остаются, они общие на год.","question":"9","skipped":"(5)(6)(9)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000110, 'specialist.desk.answered_already', '{"answer":"Летом чаты остаются, они общие на год.","question":"10","skipped":"(5)(6)(9)(10)(10)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000111, 'specialist.desk.ask_card', '{"ask":"list;open","asked":"кто подписал приказ","asked_topic":"order-signatory","bot_said":"Кто подписал приказ","question":"5","report":"17","version":"17"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000112, 'specialist.desk.ask_card', '{"answer":"Нет: по приказу это педагогический работник.","question":"6","skipped":"(5)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000113, 'specialist.desk.ask_sure', '{"answer":"Летом чаты остаются, они общие на год.","question":"9","skipped":"(5)(6)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000114, 'specialist.desk.ask_sure', '{"answer":"Нет: по приказу это педагогический работник.","question":"5"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000115, 'specialist.desk.card', '{"ask":"list;open","asked":"кто подписал приказ","asked_topic":"order-signatory","bot_said":"Кто подписал приказ","report":"17","version":"17"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000116, 'specialist.desk.card', '{"reason":"Файл или фото (не читается)","report":"18","skipped":"(17)","version":"18"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000117, 'specialist.desk.gaps', '{"answer":"Нет: по приказу это педагогический работник.","question":"","skipped":"(5)(6)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000118, 'specialist.desk.gone', '{"report":"18","skipped":"(18)","version":"18"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000119, 'specialist.desk.gone', '{"report":"17"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000120, 'specialist.desk.no_questions', '{"answer":"Нет: по приказу это педагогический работник.","question":"","skipped":"(5)(6)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000121, 'specialist.desk.no_questions', '{"answer":"Код: ABCD-2345","question":""}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000122, 'specialist.desk.nothing', '{"reason":"Файл или фото (не читается)","report":"","skipped":"(17)(18)","version":"18"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000123, 'specialist.desk.nothing', '{"report":"","skipped":"(18)","version":"18"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000126, 'specialist.desk.returned', '{"reason":"Нет подписи или печати","report":"17","skipped":"(17)","version":"17"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000127, 'specialist.desk.revoked', '{"answer":"Нет: по приказу это педагогический работник.","fault":"","question":"5","saved":"3","skipped":"(5)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000128, 'specialist.desk.save_card', '{"answer":"Нет: по приказу это педагогический работник.","fault":"","question":"5","saving":"Нет: по приказу это педагогический работник.","skipped":"(5)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000129, 'specialist.desk.save_card', '{"fault":"","question":"5","saving":"Нет: по приказу это педагогический работник."}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000130, 'specialist.desk.save_nothing', '{"fault":"","question":"5","saving":"Нет: по приказу это педагогический работник."}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000131, 'specialist.desk.save_text', '{"answer":"Нет: по приказу это педагогический работник.","fault":"phone","question":"5","saving":"Позвоните Анне: 8 (900) 123-45-67","skipped":"(5)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000132, 'specialist.desk.save_text', '{"answer":"Нет: по приказу это педагогический работник.","question":"5","saving":"Нет: по приказу это педагогический работник.","skipped":"(5)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000133, 'specialist.desk.saved', '{"answer":"Нет: по приказу это педагогический работник.","fault":"","question":"5","skipped":"(5)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000134, 'specialist.desk.saved_card', '{"answer":"Нет: по приказу это педагогический работник.","fault":"","question":"5","saved":"3","skipped":"(5)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000135, 'specialist.desk.saved_list', '{"answer":"Нет: по приказу это педагогический работник.","fault":"","question":"5","saved":"3","skipped":"(5)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000136, 'specialist.desk.saved_list', '{"answer":"Нет: по приказу это педагогический работник.","fault":"","question":"5","skipped":"(5)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000137, 'specialist.desk.start', '{"ask":"list;open","asked":"кто подписал приказ","asked_topic":"order-signatory","bot_said":"Кто подписал приказ"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000138, 'specialist.desk.start', '{"audience":"teachers;","broadcast":"2024-04-16 07:00:00Z 9","draft":"2024-04-16 07:00:00Z 9","text":"Завтра вебинар."}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000139, 'specialist.desk.talk_opened', '{"answer":"Летом чаты остаются, они общие на год.","question":"10","skipped":"(5)(6)(9)"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000140, 'specialist.desk.talk_opened', '{"answer":"Нет: по приказу это педагогический работник.","question":"5"}', 'specialist.desk@4', '2024-04-26 07:00:00+00'),
	(710000141, 'teacher.guide.ask', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000142, 'teacher.guide.ask', '{"place":"УДО","step":"teacher.guide.joining"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000143, 'teacher.guide.check', '{"place":"МДОУ"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000144, 'teacher.guide.check', '{"place":"УДО","step":"teacher.guide.ask"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000145, 'teacher.guide.done', '{"mark":"yes","place":"МОУ","step":"teacher.guide.joining"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000146, 'teacher.guide.done', '{"place":"МДОУ"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000147, 'teacher.guide.done', '{"mark":"yes","place":"МОУ","step":"teacher.guide.check"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000148, 'teacher.guide.done', '{"mark":"yes","place":"МОУ"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000149, 'teacher.guide.joining', '{"place":"МОУ"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000150, 'teacher.guide.joining', '{"place":"УДО","step":"teacher.guide.joining"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000151, 'teacher.guide.joining', '{"place":"УДО"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000152, 'teacher.guide.linking', '{"place":"УДО","step":"teacher.guide.profile"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000153, 'teacher.guide.linking', '{"place":"МДОУ"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000154, 'teacher.guide.no_button', '{"place":"УДО","step":"teacher.guide.joining"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000155, 'teacher.guide.profile', '{"place":"УДО","step":"teacher.guide.joining"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000156, 'teacher.guide.profile', '{"place":"МОУ"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000157, 'teacher.guide.start', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000158, 'teacher.guide.start', '{}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000159, 'teacher.guide.start', '{"place":"МДОУ"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000160, 'teacher.guide.start', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000161, 'teacher.guide.start', '{"place":"УДО","step":"teacher.guide.joining"}', 'teacher.guide@1', '2024-04-26 07:00:00+00'),
	(710000162, 'teacher.menu.codes', '{"asked":"Почему у меня роль ученик?","asked_topic":"wrong-role","bot_said":"Вступил не с той ролью","place":"УДО"}', 'teacher.menu@2', '2024-04-26 07:00:00+00'),
	(710000163, 'teacher.menu.codes', '{"asked_topic":"wrong-role","back":"teacher.menu.codes","place":"УДО"}', 'teacher.menu@2', '2024-04-26 07:00:00+00'),
	(710000164, 'teacher.menu.list', '{"back":"teacher.guide.done","place":"МДОУ"}', 'teacher.menu@2', '2024-04-26 07:00:00+00'),
	(710000165, 'teacher.menu.list', '{"place":"МДОУ"}', 'teacher.menu@2', '2024-04-26 07:00:00+00'),
	(710000166, 'teacher.menu.list', '{"mark":"yes","place":"МОУ","step":"teacher.guide.check"}', 'teacher.menu@2', '2024-04-26 07:00:00+00'),
	(710000167, 'teacher.menu.list', '{"asked_topic":"wrong-role","back":"teacher.menu.codes","place":"УДО"}', 'teacher.menu@2', '2024-04-26 07:00:00+00'),
	(710000168, 'teacher.menu.role', '{"place":"МОУ"}', 'teacher.menu@2', '2024-04-26 07:00:00+00'),
	(710000169, 'teacher.menu.who_helps', '{"place":"УДО"}', 'teacher.menu@2', '2024-04-26 07:00:00+00'),
	(710000170, 'teacher.symptoms.accounts', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000171, 'teacher.symptoms.accounts', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000172, 'teacher.symptoms.job', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000173, 'teacher.symptoms.job', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000174, 'teacher.symptoms.link', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000175, 'teacher.symptoms.link', '{"place":"МДОУ"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000176, 'teacher.symptoms.name', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000177, 'teacher.symptoms.name', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000178, 'teacher.symptoms.no_link', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000179, 'teacher.symptoms.no_link', '{"place":"МДОУ"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000180, 'teacher.symptoms.no_org', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000181, 'teacher.symptoms.no_page', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000182, 'teacher.symptoms.no_page', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000183, 'teacher.symptoms.pending', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000184, 'teacher.symptoms.pending', '{"place":"МДОУ","step":"teacher.guide.check"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000185, 'teacher.symptoms.phone', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000186, 'teacher.symptoms.phone', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000187, 'teacher.symptoms.screenshot', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000188, 'teacher.symptoms.screenshot', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000189, 'teacher.symptoms.services', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000190, 'teacher.symptoms.services', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000191, 'teacher.symptoms.sms', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000192, 'teacher.symptoms.sms', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000193, 'teacher.symptoms.start', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000194, 'teacher.symptoms.start', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000195, 'teacher.symptoms.two_schools', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000196, 'teacher.symptoms.two_schools', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000197, 'teacher.symptoms.unseen', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000198, 'teacher.symptoms.unseen', '{"place":"МОУ","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000199, 'teacher.symptoms.wrong_role', '{"place":"УДО","step":"teacher.guide.joining"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000200, 'teacher.symptoms.wrong_role', '{"place":"МДОУ"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000201, 'teacher.symptoms.wrong_school', '{"back":"teacher.guide.done","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000202, 'teacher.symptoms.wrong_school', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ","step":""}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000203, 'teacher.symptoms.wrong_school', '{"asked":"чужая школа показывается","asked_topic":"wrong-school","bot_said":"Вступил не в ту организацию","place":"МДОУ"}', 'teacher.symptoms@1', '2024-04-26 07:00:00+00'),
	(710000204, 'teacher.work.already', '{"mark":"yes","place":"МОУ"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000205, 'teacher.work.chosen', '{"place":"МДОУ","was_marked":"true","work":"МДОУ «Вымышленский детский сад № 2»"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000206, 'teacher.work.find', '{"place":"МОУ","step":"teacher.guide.joining","then":"confirm"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000207, 'teacher.work.find', '{"place":"МДОУ","step":"teacher.guide.check","then":"confirm"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000208, 'teacher.work.find', '{"place":"МДОУ","was_marked":"true","work":"МДОУ «Вымышленский детский сад № 2»"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000209, 'teacher.work.forgotten', '{"place":"МОУ","was_marked":"true"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000210, 'teacher.work.no_consent', '{"place":"МДОУ"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000211, 'teacher.work.pick', '{"found.0.id":"1","found.0.name":"МОУ «Вымышленская СОШ № 1»","found.1.id":"","found.1.name":"","found.2.id":"","found.2.name":"","found.3.id":"","found.3.name":"","found.4.id":"","found.4.name":"","place":"МДОУ","step":"teacher.guide.check","then":"confirm"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000212, 'teacher.work.pick', '{"found.0.id":"4","found.0.name":"МБОУ «Сказочная средняя общеобразовательная школа имени Василисы Премудрой № 2»","found.1.id":"5","found.1.name":"МОУ «Небывалая ООШ № 2»","found.2.id":"","found.2.name":"","found.3.id":"","found.3.name":"","found.4.id":"","found.4.name":"","place":"МОУ","then":"confirm"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000213, 'teacher.work.start', '{}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000214, 'teacher.work.start', '{"asked":"кто админ у нас в школе по сферуму","asked_topic":"","back":"teacher.work.start","bot_said":""}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000215, 'teacher.work.start', '{"asked":"пришел код из смс просят продиктовать","asked_topic":"fraud-codes","bot_said":"Просят код из СМС"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000216, 'teacher.work.unmarked', '{"place":"МОУ"}', 'teacher.work@1', '2024-04-26 07:00:00+00'),
	(710000217, 'welcome.hello.claimed', '{"code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000218, 'welcome.hello.claimed', '{"asked":"Кому адресован приказ?","asked_topic":"order-whom","back":"welcome.hello.confirm","bot_said":"Кому адресован приказ","code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000219, 'welcome.hello.claimed', '{"code":"PQRS-4567","institution":"УДО «Вымышленский дом творчества»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000220, 'welcome.hello.code', '{}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000221, 'welcome.hello.code', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.code","bot_said":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000222, 'welcome.hello.code', '{}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000223, 'welcome.hello.code', '{"asked_topic":"wrong-role","back":"teacher.menu.codes","place":"УДО"}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000224, 'welcome.hello.code_asked', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.code","bot_said":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000225, 'welcome.hello.code_asked', '{}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000226, 'welcome.hello.code_blocked', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.code","bot_said":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000227, 'welcome.hello.code_expired', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.code","bot_said":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000228, 'welcome.hello.code_unknown', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.code","bot_said":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000229, 'welcome.hello.code_used', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.code","bot_said":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000230, 'welcome.hello.confirm', '{"code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000231, 'welcome.hello.confirm', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.code","bot_said":"","code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000232, 'welcome.hello.confirm', '{"asked":"","asked_topic":"order-deadline","bot_said":"До какого числа исполнить","code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000233, 'welcome.hello.greet', '{"asked":"","asked_topic":"privacy-bot-data","bot_said":"Какие данные хранит бот","code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000234, 'welcome.hello.greet', '{"code":"PQRS-4567","institution":"УДО «Вымышленский дом творчества»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000235, 'welcome.hello.no_code', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.code","bot_said":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000236, 'welcome.hello.no_code', '{}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000237, 'welcome.hello.refused', '{"asked":"","asked_topic":"privacy-bot-data","bot_said":"Какие данные хранит бот","code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000238, 'welcome.hello.refused', '{"back":"teacher.guide.done","place":"МДОУ"}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000239, 'welcome.hello.who', '{}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000240, 'welcome.hello.who', '{"asked":"Кому адресован приказ?","asked_topic":"order-whom","back":"welcome.hello.confirm","bot_said":"Кому адресован приказ","code":"ABCD-2345","institution":"МОУ «Вымышленская СОШ № 1»","role":"","since":"","until":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00'),
	(710000241, 'welcome.hello.who', '{"asked":"а где его взять","asked_topic":"","back":"welcome.hello.code","bot_said":""}', 'welcome.hello@2', '2024-04-26 07:00:00+00');
INSERT INTO public.dead_letter OVERRIDING SYSTEM VALUE VALUES
	(1, 'e117', 0, 0, '{"kind":"damaged","Raw":"{\"type\":\"message_new\"","Reason":"not whole"}', 'not whole', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL);
INSERT INTO public.escalation VALUES
	(3, 'unreachable', '2024-04-16 06:00:00+00'),
	(4, 'absent', '2024-04-16 06:00:00+00');
INSERT INTO public.evidence_file OVERRIDING SYSTEM VALUE VALUES
	(1, 700000111, 'photo1_1', 'photo', 'photo1_1.jpg', 23, NULL, 'stored', 1, '2024-04-15 06:01:00+00', '3add58b69e349b490fdce4151f8fc9c9bf8c7e4ca69f04fee0fa9a12da866585', '2024-04-15 06:00:00+00', NULL),
	(2, 700000112, 'photo1_2', 'photo', 'photo1_2.jpg', 23, NULL, 'stored', 1, '2024-04-15 06:01:00+00', '577d55954f87d4ab13c5b3d474387559a3863fb01c887fed3aa3a6c8301b76cb', '2024-04-15 06:00:00+00', NULL);
INSERT INTO public.failed_claim OVERRIDING SYSTEM VALUE VALUES
	(1, 700000141, '2024-04-15 06:00:00+00');
INSERT INTO public.inbox OVERRIDING SYSTEM VALUE VALUES
	(118, 'waiting0', 700000111, 700000111, '{"kind":"message","Text":"что осталось","Attachments":[],"MessageId":0,"ConversationMessageId":0}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(119, 'waiting1', 700000112, 700000112, '{"kind":"message","Text":"Меню","Payload":"{\"c\":\"menu\"}","Attachments":[],"MessageId":0,"ConversationMessageId":0}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(120, 'waiting2', 700000121, 700000121, '{"kind":"message","Text":"вот","Attachments":[{"Kind":"photo","Id":"photo700000121_5_key","Name":"a.jpg","Url":"https://files.example/5","Size":1000}],"MessageId":0,"ConversationMessageId":0}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(121, 'waiting3', 700000151, 700000151, '{"kind":"message","Text":"здравствуйте","Ref":"SHKB2345","Attachments":[],"MessageId":0,"ConversationMessageId":0}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(122, 'waiting4', 700000113, 700000113, '{"kind":"press","Payload":"{\"c\":\"menu\"}","AnswerId":"answer1"}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(123, 'waiting5', 700000142, 700000142, '{"kind":"consent","Allowed":true}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(124, 'waiting6', 700000132, 700000132, '{"kind":"consent","Allowed":false}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(125, 'waiting7', 700000141, 700000141, '{"kind":"edit","Text":"иначе","ConversationMessageId":3}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(126, 'waiting8', 700000131, 700000131, '{"kind":"chat_invite","ChatPeerId":2000000009}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(127, 'waiting9', 2000000007, 700000111, '{"kind":"chat_word","Text":"уйди, пожалуйста"}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(128, 'waiting10', 2000000008, 700000113, '{"kind":"chat_kick"}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(129, 'waiting11', 700000152, 103, '{"kind":"by_hand","ConversationMessageId":7}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(130, 'waiting12', 700000111, 700000111, '{"kind":"other","Type":"message_typing_state"}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00'),
	(131, 'waiting13', 0, 0, '{"kind":"damaged","Raw":"{","Reason":"not whole"}', '2024-04-26 07:00:00+00', 0, '2024-04-26 07:00:00+00');
INSERT INTO public.institution OVERRIDING SYSTEM VALUE VALUES
	(2, 'МДОУ «Детский сад № 3 „Солнышко“»', 'МДОУ', false, '2024-04-15 06:00:00+00', NULL, NULL, NULL),
	(3, 'УДО «Дом творчества „Радуга“»', 'УДО', false, '2024-04-15 06:00:00+00', NULL, NULL, NULL),
	(4, 'МОУ «Сказочная СОШ № 2»', 'МОУ', false, '2024-04-15 06:00:00+00', NULL, NULL, NULL),
	(1, 'МОУ «Вымышленская СОШ № 1»', 'МОУ', false, '2024-04-15 06:00:00+00', NULL, NULL, 40),
	(5, 'МОУ «Придуманное № 710000001»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(6, 'МОУ «Придуманное № 710000002»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(7, 'МОУ «Придуманное № 710000003»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(8, 'МОУ «Придуманное № 710000004»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(9, 'МОУ «Придуманное № 710000005»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(10, 'МОУ «Придуманное № 710000006»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(11, 'МОУ «Придуманное № 710000007»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(12, 'МОУ «Придуманное № 710000008»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(13, 'МОУ «Придуманное № 710000009»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(14, 'МОУ «Придуманное № 710000010»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(15, 'МОУ «Придуманное № 710000011»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(16, 'МОУ «Придуманное № 710000012»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(17, 'МОУ «Придуманное № 710000013»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(18, 'МОУ «Придуманное № 710000014»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(19, 'МОУ «Придуманное № 710000015»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(20, 'МОУ «Придуманное № 710000016»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(21, 'МОУ «Придуманное № 710000017»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(22, 'МОУ «Придуманное № 710000018»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(23, 'МОУ «Придуманное № 710000019»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(24, 'МОУ «Придуманное № 710000020»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(25, 'МОУ «Придуманное № 710000021»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(26, 'МОУ «Придуманное № 710000022»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(27, 'МОУ «Придуманное № 710000023»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(28, 'МОУ «Придуманное № 710000024»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(29, 'МДОУ «Придуманное № 710000025»', 'МДОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(30, 'МДОУ «Придуманное № 710000026»', 'МДОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(31, 'МДОУ «Придуманное № 710000027»', 'МДОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(32, 'МДОУ «Придуманное № 710000028»', 'МДОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(33, 'МДОУ «Придуманное № 710000029»', 'МДОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(34, 'МДОУ «Придуманное № 710000030»', 'МДОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(35, 'МОУ «Придуманное № 710000031»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(36, 'УДО «Придуманное № 710000032»', 'УДО', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(37, 'МОУ «Придуманное № 710000033»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(38, 'МОУ «Придуманное № 710000034»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(39, 'МОУ «Придуманное № 710000035»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(40, 'УДО «Придуманное № 710000036»', 'УДО', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(41, 'МОУ «Придуманное № 710000037»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(42, 'МОУ «Придуманное № 710000038»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(43, 'МОУ «Придуманное № 710000039»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(44, 'МОУ «Придуманное № 710000040»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(45, 'МОУ «Придуманное № 710000041»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(46, 'МОУ «Придуманное № 710000042»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(47, 'МОУ «Придуманное № 710000043»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(48, 'МОУ «Придуманное № 710000044»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(49, 'МОУ «Придуманное № 710000045»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(50, 'МОУ «Придуманное № 710000046»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(51, 'МОУ «Придуманное № 710000047»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(52, 'МОУ «Придуманное № 710000048»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(53, 'МОУ «Придуманное № 710000049»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(54, 'МОУ «Придуманное № 710000050»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(55, 'УДО «Придуманное № 710000051»', 'УДО', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(56, 'МОУ «Придуманное № 710000052»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(57, 'МОУ «Придуманное № 710000053»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(58, 'МОУ «Придуманное № 710000054»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(59, 'МОУ «Придуманное № 710000055»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(60, 'МОУ «Придуманное № 710000056»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(61, 'МОУ «Придуманное № 710000057»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(62, 'МОУ «Придуманное № 710000058»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(63, 'МОУ «Придуманное № 710000059»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(64, 'МОУ «Придуманное № 710000060»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(65, 'МОУ «Придуманное № 710000061»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(66, 'МОУ «Придуманное № 710000062»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(67, 'МДОУ «Придуманное № 710000063»', 'МДОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(68, 'МОУ «Придуманное № 710000067»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(69, 'МОУ «Придуманное № 710000068»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(70, 'МОУ «Придуманное № 710000072»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(71, 'МОУ «Придуманное № 710000073»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(72, 'МОУ «Придуманное № 710000076»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(73, 'МОУ «Придуманное № 710000077»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(74, 'МОУ «Придуманное № 710000141»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(75, 'МОУ «Придуманное № 710000145»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(76, 'МОУ «Придуманное № 710000149»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(77, 'МОУ «Придуманное № 710000157»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(78, 'МОУ «Придуманное № 710000158»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(79, 'МОУ «Придуманное № 710000206»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(80, 'МОУ «Придуманное № 710000217»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(81, 'МОУ «Придуманное № 710000220»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(82, 'МОУ «Придуманное № 710000230»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL),
	(83, 'МОУ «Придуманное № 710000239»', 'МОУ', false, '2024-04-26 07:00:00+00', NULL, NULL, NULL);
INSERT INTO public.journal VALUES
	(1, '2024-04-15 06:00:00+00', 0, 1, NULL, NULL, 'institution_added', '{"name":"МОУ «Вымышленская СОШ № 1»","type":"МОУ"}', '', '472b871c2240528248594f6ce91a8d701dd908587e6bef0e8c628a3dcfb59dec'),
	(2, '2024-04-15 06:00:00+00', 0, 1, NULL, NULL, 'code_issued', '{}', '472b871c2240528248594f6ce91a8d701dd908587e6bef0e8c628a3dcfb59dec', '8e78235f5bf623e1c56dc6ec04b54ae2c8a18b8d326fbc69ec6a073e1f5263dc'),
	(3, '2024-04-15 06:00:00+00', 0, 2, NULL, NULL, 'institution_added', '{"name":"МДОУ «Детский сад № 3 „Солнышко“»","type":"МДОУ"}', '8e78235f5bf623e1c56dc6ec04b54ae2c8a18b8d326fbc69ec6a073e1f5263dc', '31a9f2320f9c14a8b02ce81f3bd1b439f11d39f8109190ec239e312e45ba3efc'),
	(4, '2024-04-15 06:00:00+00', 0, 2, NULL, NULL, 'code_issued', '{}', '31a9f2320f9c14a8b02ce81f3bd1b439f11d39f8109190ec239e312e45ba3efc', 'e47d875ed3f033e54cb4af7367805afba8d5824f5d1bca8954864e81975d1530'),
	(5, '2024-04-15 06:00:00+00', 0, 3, NULL, NULL, 'institution_added', '{"name":"УДО «Дом творчества „Радуга“»","type":"УДО"}', 'e47d875ed3f033e54cb4af7367805afba8d5824f5d1bca8954864e81975d1530', '00ecb4149eb459eaba12382f064f9f4dde189aba3dfee66bb80b53c7fbfb091c'),
	(6, '2024-04-15 06:00:00+00', 0, 3, NULL, NULL, 'code_issued', '{}', '00ecb4149eb459eaba12382f064f9f4dde189aba3dfee66bb80b53c7fbfb091c', '68e6635381b5a88c378d8d2add476c91a48096752ca5f89a7241610e4c21831e'),
	(7, '2024-04-15 06:00:00+00', 0, 4, NULL, NULL, 'institution_added', '{"name":"МОУ «Сказочная СОШ № 2»","type":"МОУ"}', '68e6635381b5a88c378d8d2add476c91a48096752ca5f89a7241610e4c21831e', 'b8caaf8e41249e36ea07ced8a98bbf8674a5ae074ee0d6a03e7f2ea0f9f3e3e3'),
	(8, '2024-04-15 06:00:00+00', 0, 4, NULL, NULL, 'code_issued', '{}', 'b8caaf8e41249e36ea07ced8a98bbf8674a5ae074ee0d6a03e7f2ea0f9f3e3e3', '7d3020c688ee077653e28e393f202327b89426a96a3cf4c0d380b4438d891c1b'),
	(9, '2024-04-15 06:00:00+00', 700000111, NULL, NULL, NULL, 'consented', '{"text":"2024-04"}', '7d3020c688ee077653e28e393f202327b89426a96a3cf4c0d380b4438d891c1b', '4f4e67f8513e7ab54ded21085bb1359bef7c924b6e28dbe322d619fff10eb3d0'),
	(10, '2024-04-15 06:00:00+00', 700000111, 1, NULL, NULL, 'claimed', '{"role":"head"}', '4f4e67f8513e7ab54ded21085bb1359bef7c924b6e28dbe322d619fff10eb3d0', 'ce356e9d799235b086ab0adedb9101ed57a1d9e8d0a0f5d1a9820b61f15379d8'),
	(11, '2024-04-15 06:00:00+00', 700000112, NULL, NULL, NULL, 'consented', '{"text":"2024-04"}', 'ce356e9d799235b086ab0adedb9101ed57a1d9e8d0a0f5d1a9820b61f15379d8', 'fdc58d01ec9ca3c46be98591392a76542e59893e6be4573e86c18cd8f64c3087'),
	(12, '2024-04-15 06:00:00+00', 700000112, 2, NULL, NULL, 'claimed', '{"role":"head"}', 'fdc58d01ec9ca3c46be98591392a76542e59893e6be4573e86c18cd8f64c3087', '9bbb1d26282d5c01cef011d7475eda1f54068eef270695676c2aa95f7f722ad2'),
	(13, '2024-04-15 06:00:00+00', 700000113, NULL, NULL, NULL, 'consented', '{"text":"2024-04"}', '9bbb1d26282d5c01cef011d7475eda1f54068eef270695676c2aa95f7f722ad2', '23650cc134bb29a6e8c2572e5b74bcfac7c51df5cf96fa177f910993c2688c9e'),
	(14, '2024-04-15 06:00:00+00', 700000113, 3, NULL, NULL, 'claimed', '{"role":"head"}', '23650cc134bb29a6e8c2572e5b74bcfac7c51df5cf96fa177f910993c2688c9e', '24df811f9c741203d7b01040f58363ed333b804c848ceff9e53b0b828e7627b1'),
	(15, '2024-04-15 06:00:00+00', 700000141, NULL, NULL, NULL, 'consented', '{"text":"2024-04"}', '24df811f9c741203d7b01040f58363ed333b804c848ceff9e53b0b828e7627b1', '7bbefeb9e6941d8889ea19728e922f2ec582cfdc12cdb3a087f8e1a5dabf86f5'),
	(16, '2024-04-15 06:00:00+00', 700000131, NULL, NULL, NULL, 'consented', '{"text":"2024-04"}', '7bbefeb9e6941d8889ea19728e922f2ec582cfdc12cdb3a087f8e1a5dabf86f5', '651d4579bcca19631b2e5259cb97ef36f3f765c1527370fe9c63085964fbf55b'),
	(17, '2024-04-15 06:00:00+00', 700000132, NULL, NULL, NULL, 'consented', '{"text":"2024-04"}', '651d4579bcca19631b2e5259cb97ef36f3f765c1527370fe9c63085964fbf55b', '74546a727c44f19a399c4a59bdcec6d5b5b04e739ab7bfaa5608d3719ac780a7'),
	(18, '2024-04-15 06:00:00+00', 700000111, 1, NULL, NULL, 'teachers_counted', '{"teachers":"40"}', '74546a727c44f19a399c4a59bdcec6d5b5b04e739ab7bfaa5608d3719ac780a7', '436439b84c2bb4333a1a7d060322685db7ec2d7a185165801c8e0a4021b3d9bc'),
	(19, '2024-04-15 06:00:00+00', 700000111, 1, '223-09', '1.1.c', 'reported', '{"links.0":"https://school.example/doc","report":"1"}', '436439b84c2bb4333a1a7d060322685db7ec2d7a185165801c8e0a4021b3d9bc', 'f51715a6111b0ce015ce10490819be1a4654e911e8cdfc1ddc3a14620cb33d64'),
	(20, '2024-04-15 06:00:00+00', 700000111, NULL, NULL, NULL, 'file_stored', '{"attachment":"photo1_1","sha256":"3add58b69e349b490fdce4151f8fc9c9bf8c7e4ca69f04fee0fa9a12da866585"}', 'f51715a6111b0ce015ce10490819be1a4654e911e8cdfc1ddc3a14620cb33d64', '9855e9a75efabad465d8b71d549c8c5ef6b85e08135ddeb5a61de39517a20785'),
	(21, '2024-04-15 06:00:00+00', 700000111, 1, '223-09', '1.1.a', 'reported', '{"document.date":"2024-04-10","document.number":"12-од","files.0":"photo1_1","report":"2"}', '9855e9a75efabad465d8b71d549c8c5ef6b85e08135ddeb5a61de39517a20785', 'f3c4e1f2c6a236a1a9a284caa04fb2363345d8793e9789c336bfb34336bc61fc'),
	(22, '2024-04-15 06:00:00+00', 700000111, 1, '223-09', '1.3', 'promised', '{"due":"2024-04-18"}', 'f3c4e1f2c6a236a1a9a284caa04fb2363345d8793e9789c336bfb34336bc61fc', 'ced173fa26213fdb9784614a91717d30f0eb14115de9e4ea343e9a9aae3a6b37'),
	(23, '2024-04-15 06:00:00+00', 700000111, 1, '223-09', '1.2.0', 'reported', '{"meeting.date":"2024-04-15","meeting.members":"24","meeting.topic":"планёрка","report":"3"}', 'ced173fa26213fdb9784614a91717d30f0eb14115de9e4ea343e9a9aae3a6b37', '3a66a0138e3df67acdb252e3c9c629a65c8067fcaf5f2ccf6754990ff06da1da'),
	(24, '2024-04-15 06:00:00+00', 700000112, NULL, NULL, NULL, 'file_stored', '{"attachment":"photo1_2","sha256":"577d55954f87d4ab13c5b3d474387559a3863fb01c887fed3aa3a6c8301b76cb"}', '3a66a0138e3df67acdb252e3c9c629a65c8067fcaf5f2ccf6754990ff06da1da', 'e21085d585a02eefa4d854a98cdd5d768efd3cf5a9666d11d0f373bb4e06f98d'),
	(25, '2024-04-15 06:00:00+00', 700000112, 2, '223-09', '1.1.a', 'reported', '{"document.date":"2024-04-11","document.number":"5","files.0":"photo1_2","report":"4"}', 'e21085d585a02eefa4d854a98cdd5d768efd3cf5a9666d11d0f373bb4e06f98d', '6455c23f7c0476109eac331bb74321d284b2ae2d628a3dee0730628755788384'),
	(26, '2024-04-15 06:00:00+00', 103, 1, '223-09', '1.1.c', 'accepted', '{"report":"1"}', '6455c23f7c0476109eac331bb74321d284b2ae2d628a3dee0730628755788384', '6f6f20e6c6e74e1ee626bec5af64a28aeb306bc09e0037b89efec6671cbac576'),
	(27, '2024-04-15 06:00:00+00', 103, 1, '223-09', '1.1.a', 'returned', '{"reason":"нет печати","report":"2"}', '6f6f20e6c6e74e1ee626bec5af64a28aeb306bc09e0037b89efec6671cbac576', '3924a68d0e89b81000bd295b89e008b93d51a1639f4a3859d96d3813719b063f'),
	(28, '2024-04-15 06:00:00+00', 700000111, 1, NULL, NULL, 'deputy_invited', '{"since":"2024-04-14T21:00:00.0000000+00:00","until":"2024-04-30T21:00:00.0000000+00:00"}', '3924a68d0e89b81000bd295b89e008b93d51a1639f4a3859d96d3813719b063f', '05c3f5c7fca46965459c2c8110369b4684be1611ecf1bfb1aa4d582abc8b6b4b'),
	(29, '2024-04-15 06:00:00+00', 700000121, NULL, NULL, NULL, 'consented', '{"text":"2024-04"}', '05c3f5c7fca46965459c2c8110369b4684be1611ecf1bfb1aa4d582abc8b6b4b', '8e87578fc06e09b03a3ff104ba8aacb15b7f72c13e5c2dbf2b8e9d55b00c98c8'),
	(30, '2024-04-15 06:00:00+00', 700000121, 1, NULL, NULL, 'claimed', '{"role":"deputy"}', '8e87578fc06e09b03a3ff104ba8aacb15b7f72c13e5c2dbf2b8e9d55b00c98c8', '8ab5a11871f85379ac8c10a8845249fb178088ed291badbaf1565d50275e2f50'),
	(31, '2024-04-15 06:00:00+00', 700000121, 1, '223-09', '1.4', 'reported', '{"acquainted.done":"18","acquainted.total":"20","document.date":"2024-04-10","document.number":"12-од","report":"5"}', '8ab5a11871f85379ac8c10a8845249fb178088ed291badbaf1565d50275e2f50', '54b32c3221805d7476f0ed62ae8b4fcacee944bb92edfdc2648172dd508a7b1f'),
	(32, '2024-04-15 06:00:00+00', 700000112, 2, NULL, NULL, 'handed_over', '{}', '54b32c3221805d7476f0ed62ae8b4fcacee944bb92edfdc2648172dd508a7b1f', '6e95592353311b92d5179c7be6fd567990b5f952b10f2a53a4bef6101ff45c9e'),
	(33, '2024-04-15 06:00:00+00', 700000122, NULL, NULL, NULL, 'consented', '{"text":"2024-04"}', '6e95592353311b92d5179c7be6fd567990b5f952b10f2a53a4bef6101ff45c9e', '4cbe7df144a19d0de8bbf09bc22a8b0c7da84e8ed7e187b0c69e9e14df9b875b'),
	(34, '2024-04-15 06:00:00+00', 700000122, 2, NULL, NULL, 'claimed', '{"replaced.0":"700000112","role":"head"}', '4cbe7df144a19d0de8bbf09bc22a8b0c7da84e8ed7e187b0c69e9e14df9b875b', '2b57177faeae60241a2c08b05ca96471a044502e833a5054bba3fccfad75afcf'),
	(35, '2024-04-15 06:00:00+00', 700000111, 1, '223-09', '1.2.b', 'reported', '{"chat.members":"34","chat.shown":"2000000007","chat.staff":"36","chat.title":"Педсовет","report":"6"}', '2b57177faeae60241a2c08b05ca96471a044502e833a5054bba3fccfad75afcf', 'ce3e3b5ba556df4d1a81205d3eceab59910ec525033e2dd7eba84fb040007fc0'),
	(36, '2024-04-15 06:00:00+00', 700000132, NULL, NULL, NULL, 'asked', '{"question":"1"}', 'ce3e3b5ba556df4d1a81205d3eceab59910ec525033e2dd7eba84fb040007fc0', '5c509d60f6d48a903f85d52451401695cd2e0d8d5551cf8289d2dbc25fa712ff'),
	(37, '2024-04-15 06:00:00+00', 103, NULL, NULL, NULL, 'answered', '{"question":"1","questions":"1"}', '5c509d60f6d48a903f85d52451401695cd2e0d8d5551cf8289d2dbc25fa712ff', '91de8796c029ebbce40fb9c6747c7ccdf7af70b55624918a0b1f1be3bbb95fbc'),
	(38, '2024-04-15 06:00:00+00', 103, NULL, NULL, NULL, 'answer_saved', '{"answer":"1","question":"1"}', '91de8796c029ebbce40fb9c6747c7ccdf7af70b55624918a0b1f1be3bbb95fbc', 'a3e6e990115a3589e3821f67baf133879775637c2cc8c4c5dbadbf1a0770c6e9'),
	(39, '2024-04-15 06:00:00+00', 700000111, 1, NULL, NULL, 'certificate_issued', '{"sha256":"2a2ad97d3d5aaa961df7aeb88f8c079cf47c0769c721a97403b2c816bbb817ca"}', 'a3e6e990115a3589e3821f67baf133879775637c2cc8c4c5dbadbf1a0770c6e9', '960383fbeeb58785764088d174432961387f7c8606774e1117c16421ac48d503'),
	(40, '2024-04-15 06:00:00+00', 700000111, NULL, NULL, NULL, 'asked', '{"question":"2"}', '960383fbeeb58785764088d174432961387f7c8606774e1117c16421ac48d503', 'edfc9def438e6b18a756f1ad46131bbd2974ec53c0a592cbd31e99fc3e987513'),
	(41, '2024-04-15 06:00:00+00', 700000141, NULL, NULL, NULL, 'asked', '{"question":"3"}', 'edfc9def438e6b18a756f1ad46131bbd2974ec53c0a592cbd31e99fc3e987513', 'efc06291cebf7e61494feaaae422a18ab77bdcc1953a5d1e22bcd9cdd5e17beb'),
	(42, '2024-04-15 06:00:00+00', 103, NULL, NULL, NULL, 'broadcast_planned', '{"broadcast":"1"}', 'efc06291cebf7e61494feaaae422a18ab77bdcc1953a5d1e22bcd9cdd5e17beb', 'dc641db0db1f38f95ba312bcbc57015ad4dcf15fcea14c36dd3cbdaccb9da938'),
	(43, '2024-04-15 06:03:00+00', 103, NULL, NULL, NULL, 'broadcast_planned', '{"broadcast":"2"}', 'dc641db0db1f38f95ba312bcbc57015ad4dcf15fcea14c36dd3cbdaccb9da938', '375dbe468e9b633af5969a75353948ca74dd5c71f02d3885e30d177d00fb2af0'),
	(44, '2024-04-17 05:00:00+00', 700000111, 1, '223-09', '1.3', 'promised', '{"due":"2024-04-26","reason":"ждём подписи"}', '375dbe468e9b633af5969a75353948ca74dd5c71f02d3885e30d177d00fb2af0', '268180ca5d0fed69fcb8d0848594f8b58fe455d758340940cff67481effda655');
INSERT INTO public.membership OVERRIDING SYSTEM VALUE VALUES
	(1, 700000111, 1, 'head', '2024-04-15 06:00:00+00', NULL),
	(3, 700000113, 3, 'head', '2024-04-15 06:00:00+00', NULL),
	(4, 700000121, 1, 'deputy', '2024-04-14 21:00:00+00', '2024-04-30 21:00:00+00'),
	(2, 700000112, 2, 'head', '2024-04-15 06:00:00+00', '2024-04-15 06:00:00+00'),
	(5, 700000122, 2, 'head', '2024-04-15 06:00:00+00', NULL),
	(6, 710000001, 5, 'head', '2024-04-26 07:00:00+00', NULL),
	(7, 710000002, 6, 'head', '2024-04-26 07:00:00+00', NULL),
	(8, 710000003, 7, 'head', '2024-04-26 07:00:00+00', NULL),
	(9, 710000004, 8, 'head', '2024-04-26 07:00:00+00', NULL),
	(10, 710000005, 9, 'head', '2024-04-26 07:00:00+00', NULL),
	(11, 710000006, 10, 'head', '2024-04-26 07:00:00+00', NULL),
	(12, 710000007, 11, 'head', '2024-04-26 07:00:00+00', NULL),
	(13, 710000008, 12, 'head', '2024-04-26 07:00:00+00', NULL),
	(14, 710000009, 13, 'head', '2024-04-26 07:00:00+00', NULL),
	(15, 710000010, 14, 'head', '2024-04-26 07:00:00+00', NULL),
	(16, 710000011, 15, 'head', '2024-04-26 07:00:00+00', NULL),
	(17, 710000012, 16, 'head', '2024-04-26 07:00:00+00', NULL),
	(18, 710000013, 17, 'head', '2024-04-26 07:00:00+00', NULL),
	(19, 710000014, 18, 'head', '2024-04-26 07:00:00+00', NULL),
	(20, 710000015, 19, 'deputy', '2024-04-26 07:00:00+00', '2024-07-25 07:00:00+00'),
	(21, 710000016, 20, 'head', '2024-04-26 07:00:00+00', NULL),
	(22, 710000017, 21, 'head', '2024-04-26 07:00:00+00', NULL),
	(23, 710000018, 22, 'head', '2024-04-26 07:00:00+00', NULL),
	(24, 710000019, 23, 'head', '2024-04-26 07:00:00+00', NULL),
	(25, 710000020, 24, 'head', '2024-04-26 07:00:00+00', NULL),
	(26, 710000021, 25, 'head', '2024-04-26 07:00:00+00', NULL),
	(27, 710000022, 26, 'head', '2024-04-26 07:00:00+00', NULL),
	(28, 710000023, 27, 'head', '2024-04-26 07:00:00+00', NULL),
	(29, 710000024, 28, 'head', '2024-04-26 07:00:00+00', NULL),
	(30, 710000025, 29, 'head', '2024-04-26 07:00:00+00', NULL),
	(31, 710000026, 30, 'head', '2024-04-26 07:00:00+00', NULL),
	(32, 710000027, 31, 'head', '2024-04-26 07:00:00+00', NULL),
	(33, 710000028, 32, 'head', '2024-04-26 07:00:00+00', NULL),
	(34, 710000029, 33, 'head', '2024-04-26 07:00:00+00', NULL),
	(35, 710000030, 34, 'head', '2024-04-26 07:00:00+00', NULL),
	(36, 710000031, 35, 'head', '2024-04-26 07:00:00+00', NULL),
	(37, 710000032, 36, 'head', '2024-04-26 07:00:00+00', NULL),
	(38, 710000033, 37, 'head', '2024-04-26 07:00:00+00', NULL),
	(39, 710000034, 38, 'head', '2024-04-26 07:00:00+00', NULL),
	(40, 710000035, 39, 'head', '2024-04-26 07:00:00+00', NULL),
	(41, 710000036, 40, 'head', '2024-04-26 07:00:00+00', NULL),
	(42, 710000037, 41, 'head', '2024-04-26 07:00:00+00', NULL),
	(43, 710000038, 42, 'head', '2024-04-26 07:00:00+00', NULL),
	(44, 710000039, 43, 'head', '2024-04-26 07:00:00+00', NULL),
	(45, 710000040, 44, 'head', '2024-04-26 07:00:00+00', NULL),
	(46, 710000041, 45, 'head', '2024-04-26 07:00:00+00', NULL),
	(47, 710000042, 46, 'head', '2024-04-26 07:00:00+00', NULL),
	(48, 710000043, 47, 'head', '2024-04-26 07:00:00+00', NULL),
	(49, 710000044, 48, 'head', '2024-04-26 07:00:00+00', NULL),
	(50, 710000045, 49, 'head', '2024-04-26 07:00:00+00', NULL),
	(51, 710000046, 50, 'head', '2024-04-26 07:00:00+00', NULL),
	(52, 710000047, 51, 'head', '2024-04-26 07:00:00+00', NULL),
	(53, 710000048, 52, 'head', '2024-04-26 07:00:00+00', NULL),
	(54, 710000049, 53, 'head', '2024-04-26 07:00:00+00', NULL),
	(55, 710000050, 54, 'head', '2024-04-26 07:00:00+00', NULL),
	(56, 710000051, 55, 'head', '2024-04-26 07:00:00+00', NULL),
	(57, 710000052, 56, 'head', '2024-04-26 07:00:00+00', NULL),
	(58, 710000053, 57, 'head', '2024-04-26 07:00:00+00', NULL),
	(59, 710000054, 58, 'head', '2024-04-26 07:00:00+00', NULL),
	(60, 710000055, 59, 'head', '2024-04-26 07:00:00+00', NULL),
	(61, 710000056, 60, 'head', '2024-04-26 07:00:00+00', NULL),
	(62, 710000057, 61, 'head', '2024-04-26 07:00:00+00', NULL),
	(63, 710000058, 62, 'head', '2024-04-26 07:00:00+00', NULL),
	(64, 710000059, 63, 'head', '2024-04-26 07:00:00+00', NULL),
	(65, 710000060, 64, 'head', '2024-04-26 07:00:00+00', NULL),
	(66, 710000061, 65, 'head', '2024-04-26 07:00:00+00', NULL),
	(67, 710000062, 66, 'head', '2024-04-26 07:00:00+00', NULL),
	(68, 710000063, 67, 'head', '2024-04-26 07:00:00+00', NULL),
	(69, 710000067, 68, 'head', '2024-04-26 07:00:00+00', NULL),
	(70, 710000068, 69, 'head', '2024-04-26 07:00:00+00', NULL),
	(71, 710000072, 70, 'head', '2024-04-26 07:00:00+00', NULL),
	(72, 710000073, 71, 'head', '2024-04-26 07:00:00+00', NULL),
	(73, 710000076, 72, 'head', '2024-04-26 07:00:00+00', NULL),
	(74, 710000077, 73, 'head', '2024-04-26 07:00:00+00', NULL),
	(75, 710000141, 74, 'head', '2024-04-26 07:00:00+00', NULL),
	(76, 710000145, 75, 'head', '2024-04-26 07:00:00+00', NULL),
	(77, 710000149, 76, 'head', '2024-04-26 07:00:00+00', NULL),
	(78, 710000157, 77, 'head', '2024-04-26 07:00:00+00', NULL),
	(79, 710000158, 78, 'head', '2024-04-26 07:00:00+00', NULL),
	(80, 710000206, 79, 'head', '2024-04-26 07:00:00+00', NULL),
	(81, 710000217, 80, 'head', '2024-04-26 07:00:00+00', NULL),
	(82, 710000220, 81, 'head', '2024-04-26 07:00:00+00', NULL),
	(83, 710000230, 82, 'head', '2024-04-26 07:00:00+00', NULL),
	(84, 710000239, 83, 'head', '2024-04-26 07:00:00+00', NULL);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES
	(573074706, 700000112, 2, '{"kind":"text","Body":"Новость со ссылкой.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Открыть","Payload":"{}","Color":"secondary","Link":"https://school.example/doc"}]]},"Attachments":[],"Files":[]}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL, 0, 0, false, false, NULL, NULL, NULL, NULL),
	(573074707, 700000131, 3, '{"kind":"text","Body":"Напоминание.","Attachments":[],"Files":[]}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL, 0, 0, false, false, NULL, NULL, NULL, NULL),
	(573074708, 700000121, 4, '{"kind":"text","Body":"Рассылка.","Attachments":[],"Files":[]}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL, 0, 0, false, false, NULL, NULL, 12345, NULL),
	(573074709, 103, 1, '{"kind":"text","Body":"С вложением.","Attachments":["photo700000121_5_key"],"Files":[]}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL, 0, 0, false, false, NULL, NULL, NULL, NULL),
	(573074710, 103, 1, '{"kind":"text","Body":"Таблица.","Attachments":[],"Files":[{"Sha256":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","Name":"список.xlsx"}]}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL, 0, 0, false, false, NULL, NULL, NULL, NULL),
	(573074711, 103, 1, '{"kind":"text","Body":"Ссылка в панель.","Attachments":[],"Files":[],"IsSecret":true}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL, 0, 0, false, false, NULL, NULL, NULL, NULL),
	(573074712, 700000142, 1, '{"kind":"text","Body":"Ваши данные удалены.","Attachments":[],"Files":[]}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL, 0, 0, false, false, NULL, NULL, NULL, NULL),
	(573074713, 700000113, 0, '{"kind":"press","AnswerId":"answer0","Notice":"Готово"}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL, 0, 0, false, false, NULL, NULL, NULL, NULL),
	(573074714, 2000000009, 1, '{"kind":"leave"}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', NULL, 0, 0, false, false, NULL, NULL, NULL, NULL),
	(573074705, 700000111, 1, '{"kind":"text","Body":"Ответ с клавиатурой.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', '2024-04-26 07:00:00+00', 1, 0, true, false, NULL, NULL, NULL, NULL);
INSERT INTO public.outbox_done VALUES
	(573074544, 103, 1, '{"kind":"text","Body":"Учреждений 4: вошли 0, приняты полностью 0.\nНа проверке 0 отчётов, 0 вопросов ждут ответа.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Проверить","Payload":"{\"c\":\"next\"}","Color":"primary"},{"Label":"Вопросы","Payload":"{\"c\":\"questions\"}","Color":"secondary"}],[{"Label":"Рассылка","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Сводка","Payload":"{\"c\":\"menu\"}","Color":"secondary"},{"Label":"Помощь","Payload":"{\"c\":\"help\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074544, 573074544, '2024-04-15 06:00:00+00', NULL),
	(573074545, 700000111, 1, '{"kind":"text","Body":"Здравствуйте! Я бот, не человек. Меня ведёт Управление образования Вымышленского округа.\nРуководители сдают здесь отчёты по приказам, педагогам помогаю со «Сферумом».\n\nХраню номер вашей страницы ВК, учреждение, отчёты, файлы и вопросы: по ним специалист видит, что сделано, и отвечает вам. Паролей и кодов из СМС не спрашиваю. Удалить данные можно через специалиста.\n\nСогласны?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Не согласен","Payload":"{\"c\":\"refuse\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074545, 573074545, '2024-04-15 06:00:00+00', NULL),
	(573074549, 700000112, 1, '{"kind":"text","Body":"Здравствуйте! Я бот, не человек. Меня ведёт Управление образования Вымышленского округа.\nРуководители сдают здесь отчёты по приказам, педагогам помогаю со «Сферумом».\n\nХраню номер вашей страницы ВК, учреждение, отчёты, файлы и вопросы: по ним специалист видит, что сделано, и отвечает вам. Паролей и кодов из СМС не спрашиваю. Удалить данные можно через специалиста.\n\nСогласны?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Не согласен","Payload":"{\"c\":\"refuse\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074549, 573074549, '2024-04-15 06:00:00+00', NULL),
	(573074552, 700000113, 1, '{"kind":"text","Body":"Здравствуйте! Я бот, не человек. Меня ведёт Управление образования Вымышленского округа.\nРуководители сдают здесь отчёты по приказам, педагогам помогаю со «Сферумом».\n\nХраню номер вашей страницы ВК, учреждение, отчёты, файлы и вопросы: по ним специалист видит, что сделано, и отвечает вам. Паролей и кодов из СМС не спрашиваю. Удалить данные можно через специалиста.\n\nСогласны?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Не согласен","Payload":"{\"c\":\"refuse\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074552, 573074552, '2024-04-15 06:00:00+00', NULL),
	(573074556, 700000142, 1, '{"kind":"text","Body":"Здравствуйте! Я бот, не человек. Меня ведёт Управление образования Вымышленского округа.\nРуководители сдают здесь отчёты по приказам, педагогам помогаю со «Сферумом».\n\nХраню номер вашей страницы ВК, учреждение, отчёты, файлы и вопросы: по ним специалист видит, что сделано, и отвечает вам. Паролей и кодов из СМС не спрашиваю. Удалить данные можно через специалиста.\n\nСогласны?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Не согласен","Payload":"{\"c\":\"refuse\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074556, 573074556, '2024-04-15 06:00:00+00', NULL),
	(573074558, 700000141, 1, '{"kind":"text","Body":"Здравствуйте! Я бот, не человек. Меня ведёт Управление образования Вымышленского округа.\nРуководители сдают здесь отчёты по приказам, педагогам помогаю со «Сферумом».\n\nХраню номер вашей страницы ВК, учреждение, отчёты, файлы и вопросы: по ним специалист видит, что сделано, и отвечает вам. Паролей и кодов из СМС не спрашиваю. Удалить данные можно через специалиста.\n\nСогласны?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Не согласен","Payload":"{\"c\":\"refuse\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074558, 573074558, '2024-04-15 06:00:00+00', NULL),
	(573074562, 700000131, 1, '{"kind":"text","Body":"Здравствуйте! Я бот, не человек. Меня ведёт Управление образования Вымышленского округа.\nРуководители сдают здесь отчёты по приказам, педагогам помогаю со «Сферумом».\n\nХраню номер вашей страницы ВК, учреждение, отчёты, файлы и вопросы: по ним специалист видит, что сделано, и отвечает вам. Паролей и кодов из СМС не спрашиваю. Удалить данные можно через специалиста.\n\nСогласны?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Не согласен","Payload":"{\"c\":\"refuse\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074562, 573074562, '2024-04-15 06:00:00+00', NULL),
	(573074570, 700000132, 1, '{"kind":"text","Body":"Здравствуйте! Я бот, не человек. Меня ведёт Управление образования Вымышленского округа.\nРуководители сдают здесь отчёты по приказам, педагогам помогаю со «Сферумом».\n\nХраню номер вашей страницы ВК, учреждение, отчёты, файлы и вопросы: по ним специалист видит, что сделано, и отвечает вам. Паролей и кодов из СМС не спрашиваю. Удалить данные можно через специалиста.\n\nСогласны?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Не согласен","Payload":"{\"c\":\"refuse\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074570, 573074570, '2024-04-15 06:00:00+00', NULL),
	(573074615, 700000121, 1, '{"kind":"text","Body":"Здравствуйте! Я бот, не человек. Меня ведёт Управление образования Вымышленского округа.\nРуководители сдают здесь отчёты по приказам, педагогам помогаю со «Сферумом».\n\nХраню номер вашей страницы ВК, учреждение, отчёты, файлы и вопросы: по ним специалист видит, что сделано, и отвечает вам. Паролей и кодов из СМС не спрашиваю. Удалить данные можно через специалиста.\n\nСогласны?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Не согласен","Payload":"{\"c\":\"refuse\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074615, 573074615, '2024-04-15 06:00:00+00', NULL),
	(573074628, 700000122, 1, '{"kind":"text","Body":"Здравствуйте! Я бот, не человек. Меня ведёт Управление образования Вымышленского округа.\nРуководители сдают здесь отчёты по приказам, педагогам помогаю со «Сферумом».\n\nХраню номер вашей страницы ВК, учреждение, отчёты, файлы и вопросы: по ним специалист видит, что сделано, и отвечает вам. Паролей и кодов из СМС не спрашиваю. Удалить данные можно через специалиста.\n\nСогласны?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Не согласен","Payload":"{\"c\":\"refuse\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074628, 573074628, '2024-04-15 06:00:00+00', NULL),
	(573074633, 2000000007, 2, '{"kind":"text","Body":"Здравствуйте! Я бот: Управление образования Вымышленского округа. Меня добавили, чтобы подтвердить, что чат создан: смотрю только название и число участников. Переписку не читаю и писать сюда больше не буду. Чтобы я вышел, напишите «/уйди».","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074633, 573074633, '2024-04-15 06:00:00+00', NULL),
	(573074635, 700000111, 0, '{"kind":"press","AnswerId":"answer72"}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074635, 573074635, '2024-04-15 06:00:00+00', NULL),
	(573074641, 2000000008, 2, '{"kind":"text","Body":"Здравствуйте! Я бот: Управление образования Вымышленского округа. Меня добавили, чтобы подтвердить, что чат создан: смотрю только название и число участников. Переписку не читаю и писать сюда больше не буду. Чтобы я вышел, напишите «/уйди».","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074641, 573074641, '2024-04-15 06:00:00+00', NULL),
	(573074546, 700000111, 1, '{"kind":"text","Body":"Кто вы?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Руководитель учреждения","Payload":"{\"c\":\"head\"}","Color":"primary"}],[{"Label":"Педагог","Payload":"{\"c\":\"teacher\"}","Color":"secondary"},{"Label":"Просто вопрос","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074546, 573074546, '2024-04-15 06:00:00+00', NULL),
	(573074550, 700000112, 1, '{"kind":"text","Body":"Код подходит: МДОУ «Детский сад № 3 „Солнышко“». Вы руководите этим учреждением?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Да, подключить","Payload":"{\"c\":\"claim\",\"a\":{\"code\":\"SADA2345\"}}","Color":"positive"},{"Label":"Нет","Payload":"{\"c\":\"no\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074550, 573074550, '2024-04-15 06:00:00+00', NULL),
	(573074553, 700000113, 1, '{"kind":"text","Body":"Код подходит: УДО «Дом творчества „Радуга“». Вы руководите этим учреждением?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Да, подключить","Payload":"{\"c\":\"claim\",\"a\":{\"code\":\"DMTA2345\"}}","Color":"positive"},{"Label":"Нет","Payload":"{\"c\":\"no\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074553, 573074553, '2024-04-15 06:00:00+00', NULL),
	(573074557, 700000142, 1, '{"kind":"text","Body":"Хорошо, отчётов и вопросов от вас не принимаю и не храню. Сдать отчёт или спросить можно и без меня, напрямую в управлении образования.\nПедагогу про «Сферум» подскажу и без согласия.\nПередумаете, нажмите «Согласен».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Согласен","Payload":"{\"c\":\"consent\"}","Color":"positive"},{"Label":"Я педагог","Payload":"{\"c\":\"teacher\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074557, 573074557, '2024-04-15 06:00:00+00', NULL),
	(573074559, 700000141, 1, '{"kind":"text","Body":"Кто вы?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Руководитель учреждения","Payload":"{\"c\":\"head\"}","Color":"primary"}],[{"Label":"Педагог","Payload":"{\"c\":\"teacher\"}","Color":"secondary"},{"Label":"Просто вопрос","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074559, 573074559, '2024-04-15 06:00:00+00', NULL),
	(573074563, 700000131, 1, '{"kind":"text","Body":"Кто вы?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Руководитель учреждения","Payload":"{\"c\":\"head\"}","Color":"primary"}],[{"Label":"Педагог","Payload":"{\"c\":\"teacher\"}","Color":"secondary"},{"Label":"Просто вопрос","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074563, 573074563, '2024-04-15 06:00:00+00', NULL),
	(573074571, 700000132, 1, '{"kind":"text","Body":"Кто вы?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Руководитель учреждения","Payload":"{\"c\":\"head\"}","Color":"primary"}],[{"Label":"Педагог","Payload":"{\"c\":\"teacher\"}","Color":"secondary"},{"Label":"Просто вопрос","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074571, 573074571, '2024-04-15 06:00:00+00', NULL),
	(573074582, 103, 2, '{"kind":"text","Body":"Новый отчёт: 1.1в Документы на сайте\nМОУ «Вымышленская СОШ № 1»","Keyboard":{"Inline":true,"Rows":[[{"Label":"Посмотреть","Payload":"{\"c\":\"review\",\"a\":{\"report\":\"1\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074582, 573074582, '2024-04-15 06:00:00+00', NULL),
	(573074616, 700000121, 1, '{"kind":"text","Body":"Кто вы?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Руководитель учреждения","Payload":"{\"c\":\"head\"}","Color":"primary"}],[{"Label":"Педагог","Payload":"{\"c\":\"teacher\"}","Color":"secondary"},{"Label":"Просто вопрос","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074616, 573074616, '2024-04-15 06:00:00+00', NULL),
	(573074629, 700000122, 1, '{"kind":"text","Body":"Кто вы?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Руководитель учреждения","Payload":"{\"c\":\"head\"}","Color":"primary"}],[{"Label":"Педагог","Payload":"{\"c\":\"teacher\"}","Color":"secondary"},{"Label":"Просто вопрос","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074629, 573074629, '2024-04-15 06:00:00+00', NULL),
	(573074547, 700000111, 1, '{"kind":"text","Body":"Код подходит: МОУ «Вымышленская СОШ № 1». Вы руководите этим учреждением?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Да, подключить","Payload":"{\"c\":\"claim\",\"a\":{\"code\":\"SHKA2345\"}}","Color":"positive"},{"Label":"Нет","Payload":"{\"c\":\"no\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074547, 573074547, '2024-04-15 06:00:00+00', NULL),
	(573074551, 700000112, 1, '{"kind":"text","Body":"✓ Вы подключены: МДОУ «Детский сад № 3 „Солнышко“». Теперь я приму ваши отчёты и напишу, когда их проверят.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074551, 573074551, '2024-04-15 06:00:00+00', NULL),
	(573074554, 700000113, 1, '{"kind":"text","Body":"✓ Вы подключены: УДО «Дом творчества „Радуга“». Теперь я приму ваши отчёты и напишу, когда их проверят.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074554, 573074554, '2024-04-15 06:00:00+00', NULL),
	(573074560, 700000141, 1, '{"kind":"text","Body":"Такого кода нет. Проверьте буквы и цифры и пришлите ещё раз.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Нет кода","Payload":"{\"c\":\"no_code\"}","Color":"secondary"},{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074560, 573074560, '2024-04-15 06:00:00+00', NULL),
	(573074564, 700000131, 1, '{"kind":"text","Body":"Где вы работаете? От этого зависит роль. Потом можно сменить.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Школа","Payload":"{\"c\":\"school\"}","Color":"primary"},{"Label":"Детский сад","Payload":"{\"c\":\"kindergarten\"}","Color":"primary"}],[{"Label":"Доп. образование","Payload":"{\"c\":\"centre\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074564, 573074564, '2024-04-15 06:00:00+00', NULL),
	(573074630, 700000122, 1, '{"kind":"text","Body":"Код подходит: МДОУ «Детский сад № 3 „Солнышко“». Вы руководите этим учреждением?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Да, подключить","Payload":"{\"c\":\"claim\",\"a\":{\"code\":\"ASGVCC5T\"}}","Color":"positive"},{"Label":"Нет","Payload":"{\"c\":\"no\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074630, 573074630, '2024-04-15 06:00:00+00', NULL),
	(573074572, 700000132, 1, '{"kind":"text","Body":"Где вы работаете? От этого зависит роль. Потом можно сменить.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Школа","Payload":"{\"c\":\"school\"}","Color":"primary"},{"Label":"Детский сад","Payload":"{\"c\":\"kindergarten\"}","Color":"primary"}],[{"Label":"Доп. образование","Payload":"{\"c\":\"centre\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074572, 573074572, '2024-04-15 06:00:00+00', NULL),
	(573074586, 103, 2, '{"kind":"text","Body":"Новый отчёт: 1.1а Приказ об использовании\nМОУ «Вымышленская СОШ № 1»","Keyboard":{"Inline":true,"Rows":[[{"Label":"Посмотреть","Payload":"{\"c\":\"review\",\"a\":{\"report\":\"2\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074586, 573074586, '2024-04-15 06:00:00+00', NULL),
	(573074617, 700000121, 1, '{"kind":"text","Body":"Код подходит: МОУ «Вымышленская СОШ № 1». Вы будете отчитываться как заместитель по 30 апреля включительно. Верно?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Да, подключить","Payload":"{\"c\":\"claim\",\"a\":{\"code\":\"K955BYM2\"}}","Color":"positive"},{"Label":"Нет","Payload":"{\"c\":\"no\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074617, 573074617, '2024-04-15 06:00:00+00', NULL),
	(573074548, 700000111, 1, '{"kind":"text","Body":"✓ Вы подключены: МОУ «Вымышленская СОШ № 1». Теперь я приму ваши отчёты и напишу, когда их проверят.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074548, 573074548, '2024-04-15 06:00:00+00', NULL),
	(573074555, 700000113, 1, '{"kind":"text","Body":"Хорошо, первым больше не пишу: ни напоминаний, ни рассылок. Ответы на ваши вопросы и отчёты приходить будут.\nВаши пункты никуда не делись: они в «меню». Передумаете, напишите «старт».","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074555, 573074555, '2024-04-15 06:00:00+00', NULL),
	(573074591, 103, 2, '{"kind":"text","Body":"Новый отчёт: 1.2 Рабочие встречи онлайн\nМОУ «Вымышленская СОШ № 1»","Keyboard":{"Inline":true,"Rows":[[{"Label":"Посмотреть","Payload":"{\"c\":\"review\",\"a\":{\"report\":\"3\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074591, 573074591, '2024-04-15 06:00:00+00', NULL),
	(573074561, 700000141, 1, '{"kind":"text","Body":"Кто вы?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Руководитель учреждения","Payload":"{\"c\":\"head\"}","Color":"primary"}],[{"Label":"Педагог","Payload":"{\"c\":\"teacher\"}","Color":"secondary"},{"Label":"Просто вопрос","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074561, 573074561, '2024-04-15 06:00:00+00', NULL),
	(573074620, 700000121, 1, '{"kind":"text","Body":"Я понял так: 1.4 Должностная инструкция\n• Приказ: № 12-од от 10.04.2024\n• Ознакомлено: 18 из 20\nОтправляем?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"submit\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.4\"}}","Color":"positive"}],[{"Label":"Исправить","Payload":"{\"c\":\"fix\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"cancel\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074620, 573074620, '2024-04-15 06:00:00+00', NULL),
	(573074661, 700000111, 1, '{"kind":"text","Body":"Не понял вас. Нажмите кнопку или напишите «меню», «помощь» или «человек».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Продолжить","Payload":"{\"c\":\"resume\"}","Color":"primary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074661, 573074661, '2024-04-15 06:00:00+00', NULL),
	(573074565, 700000131, 1, '{"kind":"text","Body":"Вы работаете в школе. Помогу вступить в «Сферум» и подтвердить роль.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Как подтвердить роль","Payload":"{\"c\":\"guide\"}","Color":"primary"}],[{"Label":"Не получается","Payload":"{\"c\":\"trouble\"}","Color":"secondary"},{"Label":"Кто поможет","Payload":"{\"c\":\"who_helps\"}","Color":"secondary"}],[{"Label":"Роль подтверждена","Payload":"{\"c\":\"confirmed\",\"a\":{\"work\":\"\"}}","Color":"positive"}],[{"Label":"Моя роль","Payload":"{\"c\":\"role\"}","Color":"secondary"},{"Label":"Коды и Госуслуги","Payload":"{\"c\":\"codes\"}","Color":"secondary"},{"Label":"Новости","Payload":"{\"c\":\"news\"}","Color":"secondary"}],[{"Label":"Где я работаю","Payload":"{\"c\":\"place\"}","Color":"secondary"},{"Label":"Моё учреждение","Payload":"{\"c\":\"work_change\"}","Color":"secondary"}],[{"Label":"Вопрос человеку","Payload":"{\"c\":\"human\"}","Color":"secondary"},{"Label":"Я руководитель","Payload":"{\"c\":\"head\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074565, 573074565, '2024-04-15 06:00:00+00', NULL),
	(573074573, 700000132, 1, '{"kind":"text","Body":"Вы работаете в школе. Помогу вступить в «Сферум» и подтвердить роль.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Как подтвердить роль","Payload":"{\"c\":\"guide\"}","Color":"primary"}],[{"Label":"Не получается","Payload":"{\"c\":\"trouble\"}","Color":"secondary"},{"Label":"Кто поможет","Payload":"{\"c\":\"who_helps\"}","Color":"secondary"}],[{"Label":"Роль подтверждена","Payload":"{\"c\":\"confirmed\",\"a\":{\"work\":\"\"}}","Color":"positive"}],[{"Label":"Моя роль","Payload":"{\"c\":\"role\"}","Color":"secondary"},{"Label":"Коды и Госуслуги","Payload":"{\"c\":\"codes\"}","Color":"secondary"},{"Label":"Новости","Payload":"{\"c\":\"news\"}","Color":"secondary"}],[{"Label":"Где я работаю","Payload":"{\"c\":\"place\"}","Color":"secondary"},{"Label":"Моё учреждение","Payload":"{\"c\":\"work_change\"}","Color":"secondary"}],[{"Label":"Вопрос человеку","Payload":"{\"c\":\"human\"}","Color":"secondary"},{"Label":"Я руководитель","Payload":"{\"c\":\"head\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074573, 573074573, '2024-04-15 06:00:00+00', NULL),
	(573074593, 700000112, 1, '{"kind":"text","Body":"Я понял так: 1.1а Приказ об использовании\n• Документ: № 5 от 11.04.2024\n• Файл или фото: 1 файл\nОтправляем?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"submit\",\"a\":{\"institution\":\"2\",\"line\":\"223-09/1.1.a\"}}","Color":"positive"}],[{"Label":"Исправить","Payload":"{\"c\":\"fix\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"cancel\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074593, 573074593, '2024-04-15 06:00:00+00', NULL),
	(573074619, 700000121, 1, '{"kind":"text","Body":"✓ Вы подключены: МОУ «Вымышленская СОШ № 1». Теперь я приму ваши отчёты и напишу, когда их проверят. Право действует по 30 апреля включительно.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074619, 573074619, '2024-04-15 06:00:00+00', NULL),
	(573074632, 700000122, 1, '{"kind":"text","Body":"✓ Вы подключены: МДОУ «Детский сад № 3 „Солнышко“». Теперь я приму ваши отчёты и напишу, когда их проверят.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074632, 573074632, '2024-04-15 06:00:00+00', NULL),
	(573074566, 700000131, 1, '{"kind":"text","Body":"Напишите номер или часть названия учреждения. Это только для общего числа подтверждённых ролей, имён в нём нет. Можно не указывать.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Не указывать","Payload":"{\"c\":\"work_forget\"}","Color":"secondary"},{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074566, 573074566, '2024-04-15 06:00:00+00', NULL),
	(573074574, 700000132, 1, '{"kind":"text","Body":"Напишите номер или часть названия учреждения. Это только для общего числа подтверждённых ролей, имён в нём нет. Можно не указывать.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Не указывать","Payload":"{\"c\":\"work_forget\"}","Color":"secondary"},{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074574, 573074574, '2024-04-15 06:00:00+00', NULL),
	(573074577, 700000111, 1, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\nРоль в «Сферуме» подтверждена у 1 педагога.\nПриказ № 223-09, срок: 19 апреля, пятница.\nДо срока 4 дня. Сдано 0 из 10.\n\nОсталось:\n• 1.1а Приказ об использовании\n• 1.1б Приказ об администраторе\n• 1.1в Документы на сайте\n• 1.2 Рабочие встречи онлайн\n• 1.2а Чат с заместителями\n• 1.2б Чат с педагогами\n• 1.2в Чат с родительским активом\n• 1.2г Чат с ученическим активом\n• 1.3 План внутреннего контроля\n• 1.4 Должностная инструкция\n\nПо желанию:\n• 1.2д Иные рабочие чаты\n\nНажмите номер пункта, который сделали.","Keyboard":{"Inline":false,"Rows":[[{"Label":"1.1а","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"primary"},{"Label":"1.1б","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"},{"Label":"1.1в","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.c\"}}","Color":"primary"},{"Label":"1.2","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.0\"}}","Color":"primary"}],[{"Label":"1.2а","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.a\"}}","Color":"primary"},{"Label":"1.2б","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.b\"}}","Color":"primary"},{"Label":"1.2в","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.c\"}}","Color":"primary"},{"Label":"1.2г","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.d\"}}","Color":"primary"}],[{"Label":"1.2д","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.e\"}}","Color":"secondary"},{"Label":"1.3","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.3\"}}","Color":"primary"},{"Label":"1.4","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.4\"}}","Color":"primary"}],[{"Label":"Мои ответы","Payload":"{\"c\":\"sent_list\"}","Color":"secondary"},{"Label":"Кто отчитывается","Payload":"{\"c\":\"people\"}","Color":"secondary"}],[{"Label":"Педагоги","Payload":"{\"c\":\"teachers\"}","Color":"secondary"}],[{"Label":"Вопрос человеку","Payload":"{\"c\":\"human\"}","Color":"secondary"},{"Label":"Помощь","Payload":"{\"c\":\"help\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074577, 573074577, '2024-04-15 06:00:00+00', NULL),
	(573074594, 700000112, 1, '{"kind":"text","Body":"✓ Квитанция: отчёт № 4\nМДОУ «Детский сад № 3 „Солнышко“»\nПриказ № 223-09, п. 1.1а Приказ об использовании\nПолучен 15.04.2024 в 09:00\nОсталось сдать 7 из 8.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074594, 573074594, '2024-04-15 06:00:00+00', NULL),
	(573074595, 103, 2, '{"kind":"text","Body":"Новый отчёт: 1.1а Приказ об использовании\nМДОУ «Детский сад № 3 „Солнышко“»","Keyboard":{"Inline":true,"Rows":[[{"Label":"Посмотреть","Payload":"{\"c\":\"review\",\"a\":{\"report\":\"4\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074595, 573074595, '2024-04-15 06:00:00+00', NULL),
	(573074608, 103, 1, '{"kind":"text","Body":"Вернул: 1.1а, МОУ «Вымышленская СОШ № 1». Причина: нет печати. Руководителю написал.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Следующий","Payload":"{\"c\":\"after\"}","Color":"primary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074608, 573074608, '2024-04-15 06:00:00+00', NULL),
	(573074642, 700000113, 2, '{"kind":"text","Body":"Я в вашем чате, но пока не вижу ни его названия, ни числа участников. Назначьте меня там администратором: откройте список участников чата и найдите в нём сообщество и дайте ему права администратора. Переписку я не читаю и не храню.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Готово, проверьте","Payload":"{\"c\":\"look_at_chat\",\"a\":{\"chat\":\"2000000008\"}}","Color":"primary"},{"Label":"Выйти из чата","Payload":"{\"c\":\"leave_chat\",\"a\":{\"chat\":\"2000000008\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074642, 573074642, '2024-04-15 06:00:00+00', NULL),
	(573074662, 700000141, 1, '{"kind":"text","Body":"Напишите вопрос одним сообщением, передам специалисту. Ответит человек, в рабочее время и не сразу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074662, 573074662, '2024-04-15 06:00:00+00', NULL),
	(573074567, 700000131, 1, '{"kind":"text","Body":"Какое из них ваше?\n• МОУ «Вымышленская СОШ № 1»\nНет вашего: напишите точнее.","Keyboard":{"Inline":false,"Rows":[[{"Label":"МОУ «Вымышленская СОШ № 1»","Payload":"{\"c\":\"work\",\"a\":{\"work\":\"1\"}}","Color":"secondary"}],[{"Label":"Не указывать","Payload":"{\"c\":\"work_forget\"}","Color":"secondary"},{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074567, 573074567, '2024-04-15 06:00:00+00', NULL),
	(573074575, 700000132, 1, '{"kind":"text","Body":"Какое из них ваше?\n• МОУ «Вымышленская СОШ № 1»\nНет вашего: напишите точнее.","Keyboard":{"Inline":false,"Rows":[[{"Label":"МОУ «Вымышленская СОШ № 1»","Payload":"{\"c\":\"work\",\"a\":{\"work\":\"1\"}}","Color":"secondary"}],[{"Label":"Не указывать","Payload":"{\"c\":\"work_forget\"}","Color":"secondary"},{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074575, 573074575, '2024-04-15 06:00:00+00', NULL),
	(573074578, 700000111, 1, '{"kind":"text","Body":"Сколько у вас педагогов? Напишите число. Тогда будет видно, у скольких из них подтверждена роль в «Сферуме».\nПока отметили: 1.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"},{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074578, 573074578, '2024-04-15 06:00:00+00', NULL),
	(573074596, 700000112, 1, '{"kind":"text","Body":"Специалист проверит, я напишу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дальше: 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"2\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Мои ответы","Payload":"{\"c\":\"sent_list\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074596, 573074596, '2024-04-15 06:00:00+00', NULL),
	(573074599, 103, 1, '{"kind":"text","Body":"Учреждений 4: вошли 3, приняты полностью 0.\nОбещали сдать позже: 1 пункт.\nРоль в «Сферуме» подтверждена у 1 из 40 педагогов.\nНа проверке 4 отчёта, 0 вопросов ждут ответа.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Проверить","Payload":"{\"c\":\"next\"}","Color":"primary"},{"Label":"Вопросы","Payload":"{\"c\":\"questions\"}","Color":"secondary"}],[{"Label":"Рассылка","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Сводка","Payload":"{\"c\":\"menu\"}","Color":"secondary"},{"Label":"Помощь","Payload":"{\"c\":\"help\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074599, 573074599, '2024-04-15 06:00:00+00', NULL),
	(573074621, 700000121, 1, '{"kind":"text","Body":"✓ Квитанция: отчёт № 5\nМОУ «Вымышленская СОШ № 1»\nПриказ № 223-09, п. 1.4 Должностная инструкция\nПолучен 15.04.2024 в 09:00\nОсталось сдать 7 из 10.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074621, 573074621, '2024-04-15 06:00:00+00', NULL),
	(573074664, 700000141, 1, '{"kind":"text","Body":"✓ Передал специалисту:\n«Почему у нас в столовой холодно?»\nОтветит человек, в рабочее время. Ответ придёт сюда.\nЕсли дело в «Сферуме», быстрее поможет его администратор в вашем учреждении.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Продолжить","Payload":"{\"c\":\"resume\"}","Color":"primary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074664, 573074664, '2024-04-15 06:00:00+00', NULL),
	(573074568, 700000131, 1, '{"kind":"text","Body":"✓ Отметил. МОУ «Вымышленская СОШ № 1»: роль подтверждена уже у 1. Имён в этом счёте нет.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074568, 573074568, '2024-04-15 06:00:00+00', NULL),
	(573074576, 700000132, 1, '{"kind":"text","Body":"✓ Запомнил: МОУ «Вымышленская СОШ № 1».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Роль подтверждена","Payload":"{\"c\":\"confirmed\"}","Color":"positive"},{"Label":"Как подтвердить роль","Payload":"{\"c\":\"guide\"}","Color":"primary"}],[{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074576, 573074576, '2024-04-15 06:00:00+00', NULL),
	(573074579, 700000111, 1, '{"kind":"text","Body":"✓ Записал: 40 педагогов. Роль в «Сферуме» подтверждена у 1.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Изменить число","Payload":"{\"c\":\"recount\"}","Color":"secondary"},{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074579, 573074579, '2024-04-15 06:00:00+00', NULL),
	(573074597, 700000112, 1, '{"kind":"text","Body":"Среди пунктов вашего учреждения такого нет. Ваши пункты в «меню», а про остальные спросите человека.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074597, 573074597, '2024-04-15 06:00:00+00', NULL),
	(573074631, 700000112, 2, '{"kind":"text","Body":"За МДОУ «Детский сад № 3 „Солнышко“» теперь отчитывается другой руководитель: введён одноразовый код руководителя. Ваше право закончилось. Если это ошибка, напишите специалисту.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Вопрос человеку","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074631, 573074631, '2024-04-15 06:00:00+00', NULL),
	(573074600, 103, 1, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\n1.1в Документы на сайте\n• Страница сайта: https://school.example/doc\n№ 1, vk.com/id700000111, 15 апреля, 09:00","Keyboard":{"Inline":false,"Rows":[[{"Label":"Принять","Payload":"{\"c\":\"accept\",\"a\":{\"number\":\"1\",\"report\":\"1\"}}","Color":"positive"},{"Label":"Вернуть","Payload":"{\"c\":\"return\",\"a\":{\"number\":\"1\",\"report\":\"1\"}}","Color":"negative"}],[{"Label":"Слова приказа","Payload":"{\"c\":\"quote\"}","Color":"secondary"},{"Label":"Дальше","Payload":"{\"c\":\"skip\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074600, 573074600, '2024-04-15 06:00:00+00', NULL),
	(573074623, 700000121, 1, '{"kind":"text","Body":"Специалист проверит, я напишу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дальше: 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Мои ответы","Payload":"{\"c\":\"sent_list\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074623, 573074623, '2024-04-15 06:00:00+00', NULL),
	(573074665, 700000141, 1, '{"kind":"text","Body":"Не понял вас. Нажмите кнопку или напишите «меню», «помощь» или «человек».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Продолжить","Payload":"{\"c\":\"resume\"}","Color":"primary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074665, 573074665, '2024-04-15 06:00:00+00', NULL),
	(573074569, 700000131, 1, '{"kind":"text","Body":"Роль подтверждена, это был последний шаг. Скажите об этом ответственному в учреждении.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отменить отметку","Payload":"{\"c\":\"unconfirmed\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074569, 573074569, '2024-04-15 06:00:00+00', NULL),
	(573074580, 700000111, 1, '{"kind":"text","Body":"Я понял так: 1.1в Документы на сайте\n• Страница сайта: https://school.example/doc\nОтправляем?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"submit\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.c\"}}","Color":"positive"}],[{"Label":"Исправить","Payload":"{\"c\":\"fix\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"cancel\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074580, 573074580, '2024-04-15 06:00:00+00', NULL),
	(573074598, 700000112, 1, '{"kind":"text","Body":"Не понял вас. Нажмите кнопку или напишите «меню», «помощь» или «человек».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дальше: 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"2\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Мои ответы","Payload":"{\"c\":\"sent_list\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074598, 573074598, '2024-04-15 06:00:00+00', NULL),
	(573074602, 103, 1, '{"kind":"text","Body":"✓ Принято: 1.1в, МОУ «Вымышленская СОШ № 1».","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074602, 573074602, '2024-04-15 06:00:00+00', NULL),
	(573074643, 700000132, 1, '{"kind":"text","Body":"Напишите вопрос одним сообщением, передам специалисту. Ответит человек, в рабочее время и не сразу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074643, 573074643, '2024-04-15 06:00:00+00', NULL),
	(573074581, 700000111, 1, '{"kind":"text","Body":"✓ Квитанция: отчёт № 1\nМОУ «Вымышленская СОШ № 1»\nПриказ № 223-09, п. 1.1в Документы на сайте\nПолучен 15.04.2024 в 09:00\nОсталось сдать 9 из 10.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074581, 573074581, '2024-04-15 06:00:00+00', NULL),
	(573074603, 103, 1, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\n1.1а Приказ об использовании\n• Документ: № 12-од от 10.04.2024\n• Файл или фото: 1 файл\n№ 2, vk.com/id700000111, 15 апреля, 09:00","Keyboard":{"Inline":false,"Rows":[[{"Label":"Принять","Payload":"{\"c\":\"accept\",\"a\":{\"number\":\"2\",\"report\":\"2\"}}","Color":"positive"},{"Label":"Вернуть","Payload":"{\"c\":\"return\",\"a\":{\"number\":\"2\",\"report\":\"2\"}}","Color":"negative"}],[{"Label":"Слова приказа","Payload":"{\"c\":\"quote\"}","Color":"secondary"},{"Label":"Дальше","Payload":"{\"c\":\"skip\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":["photo1_1"],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074603, 573074603, '2024-04-15 06:00:00+00', NULL),
	(573074624, 700000112, 1, '{"kind":"text","Body":"МДОУ «Детский сад № 3 „Солнышко“»\nОтчитываетесь вы, руководитель.\nЗаместителю или исполняющему обязанности можно дать право на время.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дать право заместителю","Payload":"{\"c\":\"deputy\"}","Color":"primary"}],[{"Label":"Передать учреждение","Payload":"{\"c\":\"hand_over\"}","Color":"secondary"},{"Label":"Сколько педагогов","Payload":"{\"c\":\"teachers\"}","Color":"secondary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074624, 573074624, '2024-04-15 06:00:00+00', NULL),
	(573074644, 700000132, 1, '{"kind":"text","Body":"Похоже, на это я могу ответить сам: буквально по приказу это может быть педагогический работник своего учреждения: в п. 1.1 сказано «из числа педагогических работников».\nПомогло или всё-таки передать вопрос специалисту?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Помогло","Payload":"{\"c\":\"known_helped\"}","Color":"positive"},{"Label":"Подробнее","Payload":"{\"c\":\"topic\",\"a\":{\"topic\":\"p11-admin-who\"}}","Color":"secondary"}],[{"Label":"Передать","Payload":"{\"c\":\"pass\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074644, 573074644, '2024-04-15 06:00:00+00', NULL),
	(573074583, 700000111, 1, '{"kind":"text","Body":"Специалист проверит, я напишу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дальше: 1.1а Приказ об использовании","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"primary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Мои ответы","Payload":"{\"c\":\"sent_list\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074583, 573074583, '2024-04-15 06:00:00+00', NULL),
	(573074604, 103, 1, '{"kind":"text","Body":"Учреждений 4: вошли 3, приняты полностью 0.\nОбещали сдать позже: 1 пункт.\nРоль в «Сферуме» подтверждена у 1 из 40 педагогов.\nНа проверке 3 отчёта, 0 вопросов ждут ответа.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Проверить","Payload":"{\"c\":\"next\"}","Color":"primary"},{"Label":"Вопросы","Payload":"{\"c\":\"questions\"}","Color":"secondary"}],[{"Label":"Рассылка","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Сводка","Payload":"{\"c\":\"menu\"}","Color":"secondary"},{"Label":"Помощь","Payload":"{\"c\":\"help\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074604, 573074604, '2024-04-15 06:00:00+00', NULL),
	(573074625, 700000112, 1, '{"kind":"text","Body":"Передать МДОУ «Детский сад № 3 „Солнышко“» другому руководителю? Создам одноразовый код. Как только новый руководитель введёт его, отчитываться будет он, а вы перестанете. Всё, что уже сдано, останется.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Да, передать","Payload":"{\"c\":\"hand_over_now\",\"a\":{\"institution\":\"2\"}}","Color":"negative"},{"Label":"Нет","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074625, 573074625, '2024-04-15 06:00:00+00', NULL),
	(573074646, 700000132, 1, '{"kind":"text","Body":"✓ Передал специалисту:\n«Можно ли назначить администратором секретаря школы?»\nОтветит человек, в рабочее время. Ответ придёт сюда.\nЕсли дело в «Сферуме», быстрее поможет его администратор в вашем учреждении.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Продолжить","Payload":"{\"c\":\"resume\"}","Color":"primary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074646, 573074646, '2024-04-15 06:00:00+00', NULL),
	(573074584, 700000111, 1, '{"kind":"text","Body":"Я понял так: 1.1а Приказ об использовании\n• Документ: № 12-од от 10.04.2024\n• Файл или фото: 1 файл\nОтправляем?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"submit\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"positive"}],[{"Label":"Исправить","Payload":"{\"c\":\"fix\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"cancel\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074584, 573074584, '2024-04-15 06:00:00+00', NULL),
	(573074605, 103, 1, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\n1.1а Приказ об использовании\n• Документ: № 12-од от 10.04.2024\n• Файл или фото: 1 файл\n№ 2, vk.com/id700000111, 15 апреля, 09:00","Keyboard":{"Inline":false,"Rows":[[{"Label":"Принять","Payload":"{\"c\":\"accept\",\"a\":{\"number\":\"2\",\"report\":\"2\"}}","Color":"positive"},{"Label":"Вернуть","Payload":"{\"c\":\"return\",\"a\":{\"number\":\"2\",\"report\":\"2\"}}","Color":"negative"}],[{"Label":"Слова приказа","Payload":"{\"c\":\"quote\"}","Color":"secondary"},{"Label":"Дальше","Payload":"{\"c\":\"skip\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":["photo1_1"],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074605, 573074605, '2024-04-15 06:00:00+00', NULL),
	(573074626, 700000112, 1, '{"kind":"text","Body":"Код руководителя: ASGV-CC5T\nМДОУ «Детский сад № 3 „Солнышко“»\nКод действует до 22 апреля. Пришлите его боту управления образования в сообщения сообщества ВКонтакте.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074626, 573074626, '2024-04-15 06:00:00+00', NULL),
	(573074650, 700000132, 2, '{"kind":"text","Body":"Ответ специалиста на ваш вопрос «Можно ли назначить администратором секретаря школы?»:\nНет: по приказу это педагогический работник.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Спросить ещё","Payload":"{\"c\":\"human\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074650, 573074650, '2024-04-15 06:00:00+00', NULL),
	(573074585, 700000111, 1, '{"kind":"text","Body":"✓ Квитанция: отчёт № 2\nМОУ «Вымышленская СОШ № 1»\nПриказ № 223-09, п. 1.1а Приказ об использовании\nПолучен 15.04.2024 в 09:00\nОсталось сдать 8 из 10.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074585, 573074585, '2024-04-15 06:00:00+00', NULL),
	(573074606, 103, 1, '{"kind":"text","Body":"1.1а, МОУ «Вымышленская СОШ № 1». Что исправить? Нажмите или напишите своими словами.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Документ (не тот номер или дата)","Payload":"{\"c\":\"reason\",\"a\":{\"field\":\"document\",\"number\":\"2\",\"report\":\"2\"}}","Color":"secondary"}],[{"Label":"Файл или фото (не читается)","Payload":"{\"c\":\"reason\",\"a\":{\"field\":\"files\",\"number\":\"2\",\"report\":\"2\"}}","Color":"secondary"}],[{"Label":"Не тот документ","Payload":"{\"c\":\"reason\",\"a\":{\"number\":\"2\",\"report\":\"2\",\"why\":\"wrong\"}}","Color":"secondary"},{"Label":"Нет подписи или печати","Payload":"{\"c\":\"reason\",\"a\":{\"number\":\"2\",\"report\":\"2\",\"why\":\"unsigned\"}}","Color":"secondary"}],[{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074606, 573074606, '2024-04-15 06:00:00+00', NULL),
	(573074627, 700000112, 1, '{"kind":"text","Body":"Перешлите сообщение с кодом, оно выше, новому руководителю. Пока он не ввёл код, отчитываетесь вы. Когда введёт, я напишу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Кто отчитывается","Payload":"{\"c\":\"people\"}","Color":"secondary"},{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074627, 573074627, '2024-04-15 06:00:00+00', NULL),
	(573074587, 700000111, 1, '{"kind":"text","Body":"Специалист проверит, я напишу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дальше: 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Мои ответы","Payload":"{\"c\":\"sent_list\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074587, 573074587, '2024-04-15 06:00:00+00', NULL),
	(573074588, 700000111, 1, '{"kind":"text","Body":"Записал: 1.3 План внутреннего контроля, обещаете к 18 апреля. Если день другой, напишите его.\nСрок приказа, 19 апреля, от этого не меняется.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Сделали","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.3\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074588, 573074588, '2024-04-15 06:00:00+00', NULL),
	(573074609, 103, 1, '{"kind":"text","Body":"Учреждений 4: вошли 3, приняты полностью 0.\nОбещали сдать позже: 1 пункт.\nРоль в «Сферуме» подтверждена у 1 из 40 педагогов.\nНа проверке 2 отчёта, 0 вопросов ждут ответа.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Проверить","Payload":"{\"c\":\"next\"}","Color":"primary"},{"Label":"Вопросы","Payload":"{\"c\":\"questions\"}","Color":"secondary"}],[{"Label":"Рассылка","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Сводка","Payload":"{\"c\":\"menu\"}","Color":"secondary"},{"Label":"Помощь","Payload":"{\"c\":\"help\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074609, 573074609, '2024-04-15 06:00:00+00', NULL),
	(573074589, 700000111, 1, '{"kind":"text","Body":"Я понял так: 1.2 Рабочие встречи онлайн\n• Встреча: 15.04.2024, «планёрка», 24 участника\nОтправляем?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"submit\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.0\"}}","Color":"positive"}],[{"Label":"Исправить","Payload":"{\"c\":\"fix\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"cancel\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074589, 573074589, '2024-04-15 06:00:00+00', NULL),
	(573074622, 103, 2, '{"kind":"text","Body":"Новый отчёт: 1.4 Должностная инструкция\nМОУ «Вымышленская СОШ № 1»","Keyboard":{"Inline":true,"Rows":[[{"Label":"Посмотреть","Payload":"{\"c\":\"review\",\"a\":{\"report\":\"5\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074622, 573074622, '2024-04-15 06:00:00+00', NULL),
	(573074590, 700000111, 1, '{"kind":"text","Body":"✓ Квитанция: отчёт № 3\nМОУ «Вымышленская СОШ № 1»\nПриказ № 223-09, п. 1.2 Рабочие встречи онлайн\nПолучен 15.04.2024 в 09:00\nОсталось сдать 7 из 10.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074590, 573074590, '2024-04-15 06:00:00+00', NULL),
	(573074639, 103, 2, '{"kind":"text","Body":"Новый отчёт: 1.2б Чат с педагогами\nМОУ «Вымышленская СОШ № 1»","Keyboard":{"Inline":true,"Rows":[[{"Label":"Посмотреть","Payload":"{\"c\":\"review\",\"a\":{\"report\":\"6\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074639, 573074639, '2024-04-15 06:00:00+00', NULL),
	(573074592, 700000111, 1, '{"kind":"text","Body":"Специалист проверит, я напишу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дальше: 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Мои ответы","Payload":"{\"c\":\"sent_list\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074592, 573074592, '2024-04-15 06:00:00+00', NULL),
	(573074645, 103, 2, '{"kind":"text","Body":"Вопрос человеку. vk.com/id700000132, педагог (МОУ):\nМожно ли назначить администратором секретаря школы?\nЯ отвечал: Кого назначить администратором","Keyboard":{"Inline":true,"Rows":[[{"Label":"Ответить","Payload":"{\"c\":\"question\",\"a\":{\"question\":\"1\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074645, 573074645, '2024-04-15 06:00:00+00', NULL),
	(573074601, 700000111, 2, '{"kind":"text","Body":"✓ Принято: 1.1в Документы на сайте (МОУ «Вымышленская СОШ № 1»).\nПринято 1 из 10, осталось сдать 7.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074601, 573074601, '2024-04-15 06:00:00+00', NULL),
	(573074647, 103, 1, '{"kind":"text","Body":"Учреждений 4: вошли 3, приняты полностью 0.\nОбещали сдать позже: 1 пункт.\nРоль в «Сферуме» подтверждена у 1 из 40 педагогов.\nНа проверке 4 отчёта, 1 вопрос ждёт ответа.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Проверить","Payload":"{\"c\":\"next\"}","Color":"primary"},{"Label":"Вопросы","Payload":"{\"c\":\"questions\"}","Color":"secondary"}],[{"Label":"Без ответа","Payload":"{\"c\":\"gaps\"}","Color":"secondary"}],[{"Label":"Рассылка","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Сводка","Payload":"{\"c\":\"menu\"}","Color":"secondary"},{"Label":"Помощь","Payload":"{\"c\":\"help\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074647, 573074647, '2024-04-15 06:00:00+00', NULL),
	(573074607, 700000111, 2, '{"kind":"text","Body":"Вернули: 1.1а Приказ об использовании (МОУ «Вымышленская СОШ № 1»).\nПричина: нет печати.\nОстальное сохранил, нужно исправить только это.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Исправить","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074607, 573074607, '2024-04-15 06:00:00+00', NULL),
	(573074648, 103, 1, '{"kind":"text","Body":"vk.com/id700000132, педагог (МОУ), 15 апреля, 09:00:\nМожно ли назначить администратором секретаря школы?\nЯ отвечал: Кого назначить администратором\n\nНапишите ответ или нажмите «Дальше».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дальше","Payload":"{\"c\":\"ask_skip\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}],[{"Label":"Отвечу сама","Payload":"{\"c\":\"open_talk\",\"a\":{\"question\":\"1\"}}","Color":"secondary"},{"Label":"Закрыть вопрос","Payload":"{\"c\":\"close_question\",\"a\":{\"question\":\"1\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074648, 573074648, '2024-04-15 06:00:00+00', NULL),
	(573074697, 700000111, 1, '{"kind":"text","Body":"Почему не успеваете к сроку? Напишите одной фразой: её увидит специалист.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отмена","Payload":"{\"c\":\"drop_late\"}","Color":"secondary"},{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-17 05:00:00+00', 1, 4, NULL, 'its time was over before it could be sent', NULL, NULL, '2024-04-18 06:00:00+00', NULL),
	(573074610, 700000111, 1, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\nОтчитываетесь вы, руководитель.\nЗаместителю или исполняющему обязанности можно дать право на время.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дать право заместителю","Payload":"{\"c\":\"deputy\"}","Color":"primary"}],[{"Label":"Передать учреждение","Payload":"{\"c\":\"hand_over\"}","Color":"secondary"},{"Label":"Сколько педагогов","Payload":"{\"c\":\"teachers\"}","Color":"secondary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074610, 573074610, '2024-04-15 06:00:00+00', NULL),
	(573074649, 103, 1, '{"kind":"text","Body":"Ответ для vk.com/id700000132:\nНет: по приказу это педагогический работник.\n\nОтправляем?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"answer\",\"a\":{\"question\":\"1\"}}","Color":"positive"},{"Label":"Переписать","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074649, 573074649, '2024-04-15 06:00:00+00', NULL),
	(573074611, 700000111, 1, '{"kind":"text","Body":"На какой срок? Например: до 30 мая, с 20 по 30 апреля, на две недели.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"},{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074611, 573074611, '2024-04-15 06:00:00+00', NULL),
	(573074651, 103, 1, '{"kind":"text","Body":"✓ Ответ отправлен. Если об этом спросят ещё, отвечать самому? Тогда сохраните.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Следующий вопрос","Payload":"{\"c\":\"ask_skip\"}","Color":"primary"},{"Label":"Сохранить как ответ","Payload":"{\"c\":\"save_answer\",\"a\":{\"question\":\"1\"}}","Color":"secondary"}],[{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074651, 573074651, '2024-04-15 06:00:00+00', NULL),
	(573074612, 700000111, 1, '{"kind":"text","Body":"Заместитель сможет отчитываться за МОУ «Вымышленская СОШ № 1» с 15 апреля по 30 апреля включительно. Вы остаётесь руководителем и можете закончить раньше. Создать код?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Создать код","Payload":"{\"c\":\"make_code\"}","Color":"positive"},{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074612, 573074612, '2024-04-15 06:00:00+00', NULL),
	(573074652, 103, 1, '{"kind":"text","Body":"Отвечать буду так:\nНет: по приказу это педагогический работник.\n\nНа вопросы, похожие на этот:\n• Можно ли назначить администратором секретаря школы?\n\nИмён и личного здесь быть не должно. Сохраняем?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Сохранить","Payload":"{\"c\":\"save_sure\",\"a\":{\"question\":\"1\"}}","Color":"positive"},{"Label":"Переписать","Payload":"{\"c\":\"rewrite\"}","Color":"secondary"}],[{"Label":"Не сохранять","Payload":"{\"c\":\"ask_skip\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074652, 573074652, '2024-04-15 06:00:00+00', NULL),
	(573074613, 700000111, 1, '{"kind":"text","Body":"Код заместителя: K955-BYM2\nМОУ «Вымышленская СОШ № 1»\nПраво отчитываться: с 15 апреля по 30 апреля. Код действует до 22 апреля. Пришлите его боту управления образования в сообщения сообщества ВКонтакте.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074613, 573074613, '2024-04-15 06:00:00+00', NULL),
	(573074653, 103, 1, '{"kind":"text","Body":"✓ Сохранил. Отозвать можно в любой момент: «Сохранённые ответы».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Следующий вопрос","Payload":"{\"c\":\"ask_skip\"}","Color":"primary"},{"Label":"Сохранённые ответы","Payload":"{\"c\":\"saved_list\"}","Color":"secondary"}],[{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074653, 573074653, '2024-04-15 06:00:00+00', NULL),
	(573074614, 700000111, 1, '{"kind":"text","Body":"Перешлите сообщение с кодом, оно выше, тому, кому даёте право. Код одноразовый: кто введёт его первым, тот и получит право. Когда это случится, я напишу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Кто отчитывается","Payload":"{\"c\":\"people\"}","Color":"secondary"},{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074614, 573074614, '2024-04-15 06:00:00+00', NULL),
	(573074654, 103, 1, '{"kind":"text","Body":"Этот ответ уже сохранён.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074654, 573074654, '2024-04-15 06:00:00+00', NULL),
	(573074618, 700000111, 2, '{"kind":"text","Body":"Код заместителя введён со страницы vk.com/id700000121: МОУ «Вымышленская СОШ № 1». Если это не тот человек, нажмите «Кто отчитывается» и закончите его право.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Кто отчитывается","Payload":"{\"c\":\"people\",\"a\":{\"institution\":\"1\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074618, 573074618, '2024-04-15 06:00:00+00', NULL),
	(573074659, 103, 2, '{"kind":"text","Body":"Вопрос человеку. МОУ «Вымышленская СОШ № 1», руководитель:\nКто подписывает приказ, если директор в отпуске вместе с заместителем?","Keyboard":{"Inline":true,"Rows":[[{"Label":"Ответить","Payload":"{\"c\":\"question\",\"a\":{\"question\":\"2\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074659, 573074659, '2024-04-15 06:00:00+00', NULL),
	(573074660, 700000111, 1, '{"kind":"text","Body":"✓ Передал специалисту:\n«Кто подписывает приказ, если директор в отпуске вместе с заместителем?»\nОтветит человек, в рабочее время. Ответ придёт сюда.\nСрок приказа из-за вопроса не сдвигается: остальные пункты можно сдать сейчас.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Продолжить","Payload":"{\"c\":\"resume\"}","Color":"primary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074660, 573074660, '2024-04-15 06:00:00+00', NULL),
	(573074634, 700000111, 2, '{"kind":"text","Body":"Вижу чат «Педсовет», в нём 34 человека. Какой это пункт (МОУ «Вымышленская СОШ № 1»)?\nЕсли чат создан в учебном профиле, мне его не видно: тогда пришлите снимок карточки.","Keyboard":{"Inline":true,"Rows":[[{"Label":"1.2а Чат с заместителями","Payload":"{\"c\":\"show_chat\",\"a\":{\"chat\":\"2000000007\",\"institution\":\"1\",\"line\":\"223-09/1.2.a\"}}","Color":"secondary"}],[{"Label":"1.2б Чат с педагогами","Payload":"{\"c\":\"show_chat\",\"a\":{\"chat\":\"2000000007\",\"institution\":\"1\",\"line\":\"223-09/1.2.b\"}}","Color":"secondary"}],[{"Label":"1.2в Чат с родительским активом","Payload":"{\"c\":\"show_chat\",\"a\":{\"chat\":\"2000000007\",\"institution\":\"1\",\"line\":\"223-09/1.2.c\"}}","Color":"secondary"}],[{"Label":"1.2г Чат с ученическим активом","Payload":"{\"c\":\"show_chat\",\"a\":{\"chat\":\"2000000007\",\"institution\":\"1\",\"line\":\"223-09/1.2.d\"}}","Color":"secondary"}],[{"Label":"1.2д Иные рабочие чаты","Payload":"{\"c\":\"show_chat\",\"a\":{\"chat\":\"2000000007\",\"institution\":\"1\",\"line\":\"223-09/1.2.e\"}}","Color":"secondary"}],[{"Label":"Ни к какому, выйти из чата","Payload":"{\"c\":\"leave_chat\",\"a\":{\"chat\":\"2000000007\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074634, 573074634, '2024-04-15 06:00:00+00', NULL),
	(573074663, 103, 2, '{"kind":"text","Body":"Вопрос человеку. vk.com/id700000141:\nПочему у нас в столовой холодно?","Keyboard":{"Inline":true,"Rows":[[{"Label":"Ответить","Payload":"{\"c\":\"question\",\"a\":{\"question\":\"3\"}}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074663, 573074663, '2024-04-15 06:00:00+00', NULL),
	(573074636, 700000111, 1, '{"kind":"text","Body":"1.2б Чат с педагогами.\nСколько педагогов в штате? Например: 36 в штате","Keyboard":{"Inline":false,"Rows":[[{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"cancel\"}","Color":"secondary"},{"Label":"Человек","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074636, 573074636, '2024-04-15 06:00:00+00', NULL),
	(573074637, 700000111, 1, '{"kind":"text","Body":"Я понял так: 1.2б Чат с педагогами\n• Чат: «Педсовет», 34 из 36, бот видел чат сам\nОтправляем?","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"submit\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.b\"}}","Color":"positive"}],[{"Label":"Исправить","Payload":"{\"c\":\"fix\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"cancel\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074637, 573074637, '2024-04-15 06:00:00+00', NULL),
	(573074638, 700000111, 1, '{"kind":"text","Body":"✓ Квитанция: отчёт № 6\nМОУ «Вымышленская СОШ № 1»\nПриказ № 223-09, п. 1.2б Чат с педагогами\nПолучен 15.04.2024 в 09:00\nОсталось сдать 6 из 10.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074638, 573074638, '2024-04-15 06:00:00+00', NULL),
	(573074640, 700000111, 1, '{"kind":"text","Body":"Специалист проверит, я напишу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Дальше: 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Мои ответы","Payload":"{\"c\":\"sent_list\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074640, 573074640, '2024-04-15 06:00:00+00', NULL),
	(573074655, 700000111, 1, '{"kind":"text","Body":"Справка об исполнении\nУправление образования Вымышленского округа\nМОУ «Вымышленская СОШ № 1»\nПо состоянию на 15.04.2024, 09:00\n\nПриказ № 223-09: принято 1 из 10 обязательных пунктов.\n• 1.1а Приказ об использовании: возвращено\n• 1.1б Приказ об администраторе: не сдано\n• 1.1в Документы на сайте: принято 15.04.2024, отчёт № 1, получен 15.04.2024\n• 1.2 Рабочие встречи онлайн: на проверке, отчёт № 3, получен 15.04.2024\n• 1.2а Чат с заместителями: не сдано\n• 1.2б Чат с педагогами: на проверке, отчёт № 6, получен 15.04.2024\n• 1.2в Чат с родительским активом: не сдано\n• 1.2г Чат с ученическим активом: не сдано\n• 1.3 План внутреннего контроля: не сдано\n• 1.4 Должностная инструкция: на проверке, отчёт № 5, получен 15.04.2024","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074655, 573074655, '2024-04-15 06:00:00+00', NULL),
	(573074656, 700000111, 1, '{"kind":"text","Body":"Справка № 39\nКонтрольная сумма: 2a2ad97d3d5aaa961df7aeb88f8c079cf47c0769c721a97403b2c816bbb817ca\nОна записана в журнал вместе с номером: по ней видно, что в справке ничего не изменили. Справку можно переслать.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074656, 573074656, '2024-04-15 06:00:00+00', NULL),
	(573074657, 700000111, 1, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\nРоль в «Сферуме» подтверждена у 1 из 40 педагогов.\nПриказ № 223-09, срок: 19 апреля, пятница.\nДо срока 4 дня. Сдано 4 из 10.\n\nВернули, нужно исправить:\n• 1.1а Приказ об использовании: нет печати\n\nОсталось:\n• 1.1б Приказ об администраторе\n• 1.2а Чат с заместителями\n• 1.2в Чат с родительским активом\n• 1.2г Чат с ученическим активом\n• 1.3 План внутреннего контроля (обещали к 18 апреля)\n\nПо желанию:\n• 1.2д Иные рабочие чаты\n\nНажмите номер пункта, который сделали.","Keyboard":{"Inline":false,"Rows":[[{"Label":"1.1а","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"negative"},{"Label":"1.1б","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"},{"Label":"1.2а","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.a\"}}","Color":"primary"},{"Label":"1.2в","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.c\"}}","Color":"primary"}],[{"Label":"1.2г","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.d\"}}","Color":"primary"},{"Label":"1.2д","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.e\"}}","Color":"secondary"},{"Label":"1.3","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.3\"}}","Color":"primary"}],[{"Label":"Мои ответы","Payload":"{\"c\":\"sent_list\"}","Color":"secondary"},{"Label":"Кто отчитывается","Payload":"{\"c\":\"people\"}","Color":"secondary"}],[{"Label":"Педагоги","Payload":"{\"c\":\"teachers\"}","Color":"secondary"}],[{"Label":"Вопрос человеку","Payload":"{\"c\":\"human\"}","Color":"secondary"},{"Label":"Помощь","Payload":"{\"c\":\"help\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074657, 573074657, '2024-04-15 06:00:00+00', NULL),
	(573074658, 700000111, 1, '{"kind":"text","Body":"Напишите вопрос одним сообщением, передам специалисту. Ответит человек, в рабочее время и не сразу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074658, 573074658, '2024-04-15 06:00:00+00', NULL),
	(573074666, 103, 1, '{"kind":"text","Body":"Учреждений 4: вошли 3, приняты полностью 0.\nОбещали сдать позже: 1 пункт.\nРоль в «Сферуме» подтверждена у 1 из 40 педагогов.\nНа проверке 4 отчёта, 2 вопроса ждут ответа.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Проверить","Payload":"{\"c\":\"next\"}","Color":"primary"},{"Label":"Вопросы","Payload":"{\"c\":\"questions\"}","Color":"secondary"}],[{"Label":"Без ответа","Payload":"{\"c\":\"gaps\"}","Color":"secondary"},{"Label":"Сохранённые ответы","Payload":"{\"c\":\"saved_list\"}","Color":"secondary"}],[{"Label":"Рассылка","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Сводка","Payload":"{\"c\":\"menu\"}","Color":"secondary"},{"Label":"Помощь","Payload":"{\"c\":\"help\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074666, 573074666, '2024-04-15 06:02:00+00', NULL),
	(573074667, 103, 1, '{"kind":"text","Body":"Рассылок ещё не было. Напишите руководителям или педагогам: перед отправкой всё покажу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Новая рассылка","Payload":"{\"c\":\"new_broadcast\"}","Color":"primary"}],[{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074667, 573074667, '2024-04-15 06:02:00+00', NULL),
	(573074668, 103, 1, '{"kind":"text","Body":"Напишите текст. Можно приложить фото или документ.\n{учреждение}, {осталось} и {срок} заменю для каждого: названием, несданными пунктами и ближайшим сроком.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Напомнить о сроке","Payload":"{\"c\":\"remind_text\"}","Color":"secondary"}],[{"Label":"Отмена","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074668, 573074668, '2024-04-15 06:02:00+00', NULL),
	(573074669, 103, 1, '{"kind":"text","Body":"Кому? Нажмите или напишите, например: «не сдали 1.2 из садов», «просрочили», «школа 5, сад 12».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Всем руководителям","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"all;\"}}","Color":"primary"}],[{"Label":"Школам","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"all;МОУ\"}}","Color":"secondary"},{"Label":"Садам","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"all;МДОУ\"}}","Color":"secondary"},{"Label":"УДО","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"all;УДО\"}}","Color":"secondary"}],[{"Label":"Не сдали","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"list;open\"}}","Color":"secondary"},{"Label":"Просрочили","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"list;late\"}}","Color":"secondary"},{"Label":"Вернули","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"list;returned\"}}","Color":"secondary"}],[{"Label":"Педагогам","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"teachers;\"}}","Color":"secondary"}],[{"Label":"Отмена","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074669, 573074669, '2024-04-15 06:02:00+00', NULL),
	(573074670, 103, 1, '{"kind":"text","Body":"Так увидит МОУ «Вымышленская СОШ № 1»:\nМОУ «Вымышленская СОШ № 1»: в четверг в 10 совещание. Осталось сдать 1.1а, 1.1б, 1.2а, 1.2в, 1.2г, 1.3, срок 19 апреля.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074670, 573074670, '2024-04-15 06:02:00+00', NULL),
	(573074671, 103, 1, '{"kind":"text","Body":"Получателей: 2 (выбраны вами): МОУ «Вымышленская СОШ № 1», МОУ «Вымышленская СОШ № 1».\nНе получат 1:\n• УДО «Дом творчества „Радуга“»: просили не писать («стоп»)","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"send_broadcast\",\"a\":{\"draft\":\"2024-04-15 06:00:00Z\"}}","Color":"positive"},{"Label":"Тест себе","Payload":"{\"c\":\"test_broadcast\"}","Color":"secondary"}],[{"Label":"В другое время","Payload":"{\"c\":\"broadcast_time\"}","Color":"secondary"},{"Label":"Срочно","Payload":"{\"c\":\"urgent\",\"a\":{\"urgent\":\"yes\"}}","Color":"secondary"}],[{"Label":"Изменить текст","Payload":"{\"c\":\"other_text\"}","Color":"secondary"},{"Label":"Другой список","Payload":"{\"c\":\"other_audience\"}","Color":"secondary"}],[{"Label":"Запомнить список","Payload":"{\"c\":\"keep_audience\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074671, 573074671, '2024-04-15 06:02:00+00', NULL),
	(573074672, 103, 1, '{"kind":"text","Body":"Как назвать список? Сохраню именно эти учреждения.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074672, 573074672, '2024-04-15 06:02:00+00', NULL),
	(573074673, 103, 1, '{"kind":"text","Body":"✓ Запомнил: «Совещание».","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074673, 573074673, '2024-04-15 06:02:00+00', NULL),
	(573074674, 103, 1, '{"kind":"text","Body":"Так увидит МОУ «Вымышленская СОШ № 1»:\nМОУ «Вымышленская СОШ № 1»: в четверг в 10 совещание. Осталось сдать 1.1а, 1.1б, 1.2а, 1.2в, 1.2г, 1.3, срок 19 апреля.","Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074674, 573074674, '2024-04-15 06:02:00+00', NULL),
	(573074675, 103, 1, '{"kind":"text","Body":"Получателей: 2 (выбраны вами): МОУ «Вымышленская СОШ № 1», МОУ «Вымышленская СОШ № 1».\nНе получат 1:\n• УДО «Дом творчества „Радуга“»: просили не писать («стоп»)","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"send_broadcast\",\"a\":{\"draft\":\"2024-04-15 06:00:00Z\"}}","Color":"positive"},{"Label":"Тест себе","Payload":"{\"c\":\"test_broadcast\"}","Color":"secondary"}],[{"Label":"В другое время","Payload":"{\"c\":\"broadcast_time\"}","Color":"secondary"},{"Label":"Срочно","Payload":"{\"c\":\"urgent\",\"a\":{\"urgent\":\"yes\"}}","Color":"secondary"}],[{"Label":"Изменить текст","Payload":"{\"c\":\"other_text\"}","Color":"secondary"},{"Label":"Другой список","Payload":"{\"c\":\"other_audience\"}","Color":"secondary"}],[{"Label":"Запомнить список","Payload":"{\"c\":\"keep_audience\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074675, 573074675, '2024-04-15 06:02:00+00', NULL),
	(573074676, 103, 1, '{"kind":"text","Body":"Отправлю через минуту. Передумаете, нажмите «Не отправлять».","Keyboard":{"Inline":true,"Rows":[[{"Label":"Не отправлять","Payload":"{\"c\":\"broadcast_cancel\",\"a\":{\"broadcast\":\"2024-04-15 06:00:00Z\"}}","Color":"negative"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:00:00+00', 1, 1, NULL, NULL, 573074676, 573074676, '2024-04-15 06:02:00+00', NULL),
	(573074677, 103, 2, '{"kind":"text","Body":"Рассылка «{учреждение}: в четверг в 10 совещание. Осталось сдать {оста…»: идёт.\nОтправлено 0 из 3, ждут 2, не дошло 1.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Пауза","Payload":"{\"c\":\"broadcast_pause\",\"a\":{\"broadcast\":\"1\"}}","Color":"secondary"},{"Label":"Отменить","Payload":"{\"c\":\"broadcast_cancel\",\"a\":{\"broadcast\":\"1\"}}","Color":"secondary"}],[{"Label":"Подробнее","Payload":"{\"c\":\"broadcast\",\"a\":{\"broadcast\":\"1\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:02:00+00', 1, 1, NULL, NULL, 573074677, 573074677, '2024-04-15 06:02:00+00', 1),
	(573074678, 700000111, 4, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»: в четверг в 10 совещание. Осталось сдать 1.1а, 1.1б, 1.2а, 1.2в, 1.2г, 1.3, срок 19 апреля.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Мои пункты","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Почему мне это пришло?","Payload":"{\"c\":\"why_written\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074678, 573074678, '2024-04-16 05:30:00+00', 1),
	(573074679, 700000121, 4, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»: в четверг в 10 совещание. Осталось сдать 1.1а, 1.1б, 1.2а, 1.2в, 1.2г, 1.3, срок 19 апреля.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Мои пункты","Payload":"{\"c\":\"menu\"}","Color":"primary"},{"Label":"Почему мне это пришло?","Payload":"{\"c\":\"why_written\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074679, 573074679, '2024-04-16 05:30:00+00', 1),
	(573074680, 103, 1, '{"kind":"text","Body":"Последние рассылки:\n• 15.04.2024, «{учреждение}: в четверг в 10 совещание.…»: идёт, отправлено 0 из 3","Keyboard":{"Inline":false,"Rows":[[{"Label":"Новая рассылка","Payload":"{\"c\":\"new_broadcast\"}","Color":"primary"}],[{"Label":"{учреждение}: в четверг в 10 совещани…","Payload":"{\"c\":\"broadcast\",\"a\":{\"broadcast\":\"1\"}}","Color":"secondary"}],[{"Label":"Списки","Payload":"{\"c\":\"audiences\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074680, 573074680, '2024-04-16 05:30:00+00', NULL),
	(573074681, 103, 1, '{"kind":"text","Body":"Напишите текст. Можно приложить фото или документ.\n{учреждение}, {осталось} и {срок} заменю для каждого: названием, несданными пунктами и ближайшим сроком.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Напомнить о сроке","Payload":"{\"c\":\"remind_text\"}","Color":"secondary"}],[{"Label":"Отмена","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074681, 573074681, '2024-04-16 05:30:00+00', NULL),
	(573074682, 103, 1, '{"kind":"text","Body":"Кому? Нажмите или напишите, например: «не сдали 1.2 из садов», «просрочили», «школа 5, сад 12».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Всем руководителям","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"all;\"}}","Color":"primary"}],[{"Label":"Школам","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"all;МОУ\"}}","Color":"secondary"},{"Label":"Садам","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"all;МДОУ\"}}","Color":"secondary"},{"Label":"УДО","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"all;УДО\"}}","Color":"secondary"}],[{"Label":"Не сдали","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"list;open\"}}","Color":"secondary"},{"Label":"Просрочили","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"list;late\"}}","Color":"secondary"},{"Label":"Вернули","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"list;returned\"}}","Color":"secondary"}],[{"Label":"Педагогам","Payload":"{\"c\":\"whom\",\"a\":{\"to\":\"teachers;\"}}","Color":"secondary"}],[{"Label":"Совещание","Payload":"{\"c\":\"whom\",\"a\":{\"saved\":\"1\"}}","Color":"secondary"}],[{"Label":"Отмена","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Меню","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074682, 573074682, '2024-04-16 05:30:00+00', NULL),
	(573074683, 103, 1, '{"kind":"text","Body":"Так увидит МДОУ «Детский сад № 3 „Солнышко“»:\nКоллеги, образец приказа прислал методист.","Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074683, 573074683, '2024-04-16 05:30:00+00', NULL),
	(573074684, 103, 1, '{"kind":"text","Body":"Получателей: 3 (все руководители): МДОУ «Детский сад № 3 „Солнышко“», МОУ «Вымышленская СОШ № 1», МОУ «Вымышленская СОШ № 1».\nНе получат 2:\n• МОУ «Сказочная СОШ № 2»: никто не вошёл по коду\n• УДО «Дом творчества „Радуга“»: просили не писать («стоп»)\nСегодня уже писали: 2, им уйдёт в следующий рабочий день (срочное — сразу).","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отправить","Payload":"{\"c\":\"send_broadcast\",\"a\":{\"draft\":\"2024-04-15 06:03:00Z 1\"}}","Color":"positive"},{"Label":"Тест себе","Payload":"{\"c\":\"test_broadcast\"}","Color":"secondary"}],[{"Label":"В другое время","Payload":"{\"c\":\"broadcast_time\"}","Color":"secondary"},{"Label":"Срочно","Payload":"{\"c\":\"urgent\",\"a\":{\"urgent\":\"yes\"}}","Color":"secondary"}],[{"Label":"Изменить текст","Payload":"{\"c\":\"other_text\"}","Color":"secondary"},{"Label":"Другой список","Payload":"{\"c\":\"other_audience\"}","Color":"secondary"}],[{"Label":"Запомнить список","Payload":"{\"c\":\"keep_audience\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074684, 573074684, '2024-04-16 05:30:00+00', NULL),
	(573074685, 103, 1, '{"kind":"text","Body":"Когда отправить? Например: «завтра в 9», «в пятницу 14:30», «25.04 в 10».","Keyboard":{"Inline":false,"Rows":[[{"Label":"Сейчас","Payload":"{\"c\":\"send_now\"}","Color":"secondary"},{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074685, 573074685, '2024-04-16 05:30:00+00', NULL),
	(573074686, 103, 1, '{"kind":"text","Body":"Так увидит МДОУ «Детский сад № 3 „Солнышко“»:\nКоллеги, образец приказа прислал методист.","Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074686, 573074686, '2024-04-16 05:30:00+00', NULL),
	(573074687, 103, 1, '{"kind":"text","Body":"Получателей: 3 (все руководители): МДОУ «Детский сад № 3 „Солнышко“», МОУ «Вымышленская СОШ № 1», МОУ «Вымышленская СОШ № 1».\nНе получат 2:\n• МОУ «Сказочная СОШ № 2»: никто не вошёл по коду\n• УДО «Дом творчества „Радуга“»: просили не писать («стоп»)\nВремя: 20 апреля, суббота, 11:00. Ночью и в выходные не пишу: тогда уйдёт в ближайшее рабочее утро.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Запланировать","Payload":"{\"c\":\"send_broadcast\",\"a\":{\"draft\":\"2024-04-15 06:03:00Z 1\"}}","Color":"positive"},{"Label":"Тест себе","Payload":"{\"c\":\"test_broadcast\"}","Color":"secondary"}],[{"Label":"Другое время","Payload":"{\"c\":\"broadcast_time\"}","Color":"secondary"},{"Label":"Срочно","Payload":"{\"c\":\"urgent\",\"a\":{\"urgent\":\"yes\"}}","Color":"secondary"}],[{"Label":"Изменить текст","Payload":"{\"c\":\"other_text\"}","Color":"secondary"},{"Label":"Другой список","Payload":"{\"c\":\"other_audience\"}","Color":"secondary"}],[{"Label":"Запомнить список","Payload":"{\"c\":\"keep_audience\"}","Color":"secondary"},{"Label":"Отмена","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074687, 573074687, '2024-04-16 05:30:00+00', NULL),
	(573074688, 103, 1, '{"kind":"text","Body":"Отправлю 20 апреля, суббота, в 11:00. Если это ночь или выходной, то в ближайшее рабочее утро.","Keyboard":{"Inline":true,"Rows":[[{"Label":"Не отправлять","Payload":"{\"c\":\"broadcast_cancel\",\"a\":{\"broadcast\":\"2024-04-15 06:03:00Z 1\"}}","Color":"negative"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074688, 573074688, '2024-04-16 05:30:00+00', NULL),
	(573074689, 103, 1, '{"kind":"text","Body":"Учреждений 4: вошли 3, приняты полностью 0.\nОбещали сдать позже: 1 пункт.\nРоль в «Сферуме» подтверждена у 1 из 40 педагогов.\nНа проверке 4 отчёта, 2 вопроса ждут ответа.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Проверить","Payload":"{\"c\":\"next\"}","Color":"primary"},{"Label":"Вопросы","Payload":"{\"c\":\"questions\"}","Color":"secondary"}],[{"Label":"Без ответа","Payload":"{\"c\":\"gaps\"}","Color":"secondary"},{"Label":"Сохранённые ответы","Payload":"{\"c\":\"saved_list\"}","Color":"secondary"}],[{"Label":"Рассылка","Payload":"{\"c\":\"broadcasts\"}","Color":"secondary"},{"Label":"Сводка","Payload":"{\"c\":\"menu\"}","Color":"secondary"},{"Label":"Помощь","Payload":"{\"c\":\"help\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-15 06:03:00+00', 1, 1, NULL, NULL, 573074689, 573074689, '2024-04-16 05:30:00+00', NULL),
	(573074693, 103, 3, '{"kind":"text","Body":"Напоминания больше не помогут, нужен человек.\n\nНаписать нельзя: запретили сообщения или сказали «стоп» (1): УДО «Дом творчества „Радуга“».\n\nНикто не вошёл по коду (1): МОУ «Сказочная СОШ № 2».","Attachments":[],"Files":[]}', '2024-04-16 06:00:00+00', 1, 1, NULL, NULL, 573074693, 573074693, '2024-04-16 06:00:00+00', NULL),
	(573074690, 700000111, 3, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\n\nПриказ № 223-09, срок 19 апреля. До срока три дня. Не сдано:\n• 1.1а Приказ об использовании: вернули, нет печати\n• 1.1б Приказ об администраторе\n• 1.2а Чат с заместителями\n• 1.2в Чат с родительским активом\n• 1.2г Чат с ученическим активом\n• 1.3 План внутреннего контроля: обещали к 18.04.2024","Keyboard":{"Inline":true,"Rows":[[{"Label":"Сделали 1.1а Приказ об использовании","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"primary"}],[{"Label":"Сделали 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Сделали 1.2а Чат с заместителями","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.a\"}}","Color":"primary"}],[{"Label":"Напомнить завтра","Payload":"{\"c\":\"remind_later\"}","Color":"secondary"},{"Label":"Не успеваю","Payload":"{\"c\":\"cant_make\",\"a\":{\"institution\":\"1\"}}","Color":"secondary"}],[{"Label":"Почему мне это пришло?","Payload":"{\"c\":\"why_reminded\",\"a\":{\"institution\":\"1\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-16 06:00:00+00', 1, 1, NULL, NULL, 573074690, 573074690, '2024-04-16 06:00:00+00', NULL),
	(573074691, 700000121, 3, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\n\nПриказ № 223-09, срок 19 апреля. До срока три дня. Не сдано:\n• 1.1а Приказ об использовании: вернули, нет печати\n• 1.1б Приказ об администраторе\n• 1.2а Чат с заместителями\n• 1.2в Чат с родительским активом\n• 1.2г Чат с ученическим активом\n• 1.3 План внутреннего контроля: обещали к 18.04.2024","Keyboard":{"Inline":true,"Rows":[[{"Label":"Сделали 1.1а Приказ об использовании","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"primary"}],[{"Label":"Сделали 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Сделали 1.2а Чат с заместителями","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.a\"}}","Color":"primary"}],[{"Label":"Напомнить завтра","Payload":"{\"c\":\"remind_later\"}","Color":"secondary"},{"Label":"Не успеваю","Payload":"{\"c\":\"cant_make\",\"a\":{\"institution\":\"1\"}}","Color":"secondary"}],[{"Label":"Почему мне это пришло?","Payload":"{\"c\":\"why_reminded\",\"a\":{\"institution\":\"1\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-16 06:00:00+00', 1, 1, NULL, NULL, 573074691, 573074691, '2024-04-16 06:00:00+00', NULL),
	(573074699, 700000111, 1, '{"kind":"text","Body":"Передал специалисту: 1.3 План внутреннего контроля, сделаете к 26 апреля. Когда срок пройдёт, напомню не раньше этого дня.\nСрок приказа пока прежний. Если специалист его продлит, я напишу.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Ещё пункт","Payload":"{\"c\":\"cant_make\"}","Color":"secondary"},{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-17 05:00:00+00', 1, 4, NULL, 'its time was over before it could be sent', NULL, NULL, '2024-04-18 06:00:00+00', NULL),
	(573074692, 700000122, 3, '{"kind":"text","Body":"МДОУ «Детский сад № 3 „Солнышко“»\n\nПриказ № 223-09, срок 19 апреля. До срока три дня. Не сдано:\n• 1.1б Приказ об администраторе\n• 1.1в Документы на сайте\n• 1.2 Рабочие встречи онлайн\n• 1.2б Чат с педагогами\n• 1.2в Чат с родительским активом\n• 1.3 План внутреннего контроля\n• 1.4 Должностная инструкция","Keyboard":{"Inline":true,"Rows":[[{"Label":"Сделали 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"2\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Сделали 1.1в Документы на сайте","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"2\",\"line\":\"223-09/1.1.c\"}}","Color":"primary"}],[{"Label":"Сделали 1.2 Рабочие встречи онлайн","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"2\",\"line\":\"223-09/1.2.0\"}}","Color":"primary"}],[{"Label":"Напомнить завтра","Payload":"{\"c\":\"remind_later\"}","Color":"secondary"},{"Label":"Не успеваю","Payload":"{\"c\":\"cant_make\",\"a\":{\"institution\":\"2\"}}","Color":"secondary"}],[{"Label":"Почему мне это пришло?","Payload":"{\"c\":\"why_reminded\",\"a\":{\"institution\":\"2\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-16 06:00:00+00', 1, 1, NULL, NULL, 573074692, 573074692, '2024-04-16 06:00:00+00', NULL),
	(573074694, 700000111, 0, '{"kind":"press","AnswerId":"answer109"}', '2024-04-17 05:00:00+00', 1, 4, NULL, 'its time was over before it could be sent', NULL, NULL, '2024-04-18 06:00:00+00', NULL),
	(573074695, 700000111, 1, '{"kind":"text","Body":"Какой пункт не успеваете? Нажмите или напишите его номер.","Keyboard":{"Inline":false,"Rows":[[{"Label":"1.1а Приказ об использовании","Payload":"{\"c\":\"late_line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"secondary"}],[{"Label":"1.1б Приказ об администраторе","Payload":"{\"c\":\"late_line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"secondary"}],[{"Label":"1.2а Чат с заместителями","Payload":"{\"c\":\"late_line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.a\"}}","Color":"secondary"}],[{"Label":"1.2в Чат с родительским активом","Payload":"{\"c\":\"late_line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.c\"}}","Color":"secondary"}],[{"Label":"1.2г Чат с ученическим активом","Payload":"{\"c\":\"late_line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.d\"}}","Color":"secondary"}],[{"Label":"1.3 План внутреннего контроля","Payload":"{\"c\":\"late_line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.3\"}}","Color":"secondary"}],[{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"primary"}]]},"Attachments":[],"Files":[]}', '2024-04-17 05:00:00+00', 1, 4, NULL, 'its time was over before it could be sent', NULL, NULL, '2024-04-18 06:00:00+00', NULL),
	(573074698, 103, 2, '{"kind":"text","Body":"Не успевают: 1.3 План внутреннего контроля\nМОУ «Вымышленская СОШ № 1»\nОбещают к 26 апреля, срок 19 апреля. Причина: ждём подписи","Keyboard":{"Inline":true,"Rows":[[{"Label":"Продлить до 26.04.2024","Payload":"{\"c\":\"extend_line\",\"a\":{\"due\":\"2024-04-26\",\"institution\":\"1\",\"line\":\"223-09/1.3\"}}","Color":"positive"}],[{"Label":"Освободить от пункта","Payload":"{\"c\":\"excuse_line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.3\"}}","Color":"secondary"},{"Label":"Срок прежний","Payload":"{\"c\":\"keep_line\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-17 05:00:00+00', 1, 1, NULL, NULL, 573074698, 573074698, '2024-04-18 06:00:00+00', NULL),
	(573074701, 700000121, 3, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\n\nПриказ № 223-09, срок 19 апреля. Срок завтра. Не сдано:\n• 1.1а Приказ об использовании: вернули, нет печати\n• 1.1б Приказ об администраторе\n• 1.2а Чат с заместителями\n• 1.2в Чат с родительским активом\n• 1.2г Чат с ученическим активом\n• 1.3 План внутреннего контроля: обещали к 26.04.2024","Keyboard":{"Inline":true,"Rows":[[{"Label":"Сделали 1.1а Приказ об использовании","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"primary"}],[{"Label":"Сделали 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Сделали 1.2а Чат с заместителями","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.a\"}}","Color":"primary"}],[{"Label":"Напомнить завтра","Payload":"{\"c\":\"remind_later\"}","Color":"secondary"},{"Label":"Не успеваю","Payload":"{\"c\":\"cant_make\",\"a\":{\"institution\":\"1\"}}","Color":"secondary"}],[{"Label":"Почему мне это пришло?","Payload":"{\"c\":\"why_reminded\",\"a\":{\"institution\":\"1\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-18 06:00:00+00', 1, 1, NULL, NULL, 573074701, 573074701, '2024-04-18 06:00:00+00', NULL),
	(573074702, 700000122, 3, '{"kind":"text","Body":"МДОУ «Детский сад № 3 „Солнышко“»\n\nПриказ № 223-09, срок 19 апреля. Срок завтра. Не сдано:\n• 1.1б Приказ об администраторе\n• 1.1в Документы на сайте\n• 1.2 Рабочие встречи онлайн\n• 1.2б Чат с педагогами\n• 1.2в Чат с родительским активом\n• 1.3 План внутреннего контроля\n• 1.4 Должностная инструкция","Keyboard":{"Inline":true,"Rows":[[{"Label":"Сделали 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"2\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Сделали 1.1в Документы на сайте","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"2\",\"line\":\"223-09/1.1.c\"}}","Color":"primary"}],[{"Label":"Сделали 1.2 Рабочие встречи онлайн","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"2\",\"line\":\"223-09/1.2.0\"}}","Color":"primary"}],[{"Label":"Напомнить завтра","Payload":"{\"c\":\"remind_later\"}","Color":"secondary"},{"Label":"Не успеваю","Payload":"{\"c\":\"cant_make\",\"a\":{\"institution\":\"2\"}}","Color":"secondary"}],[{"Label":"Почему мне это пришло?","Payload":"{\"c\":\"why_reminded\",\"a\":{\"institution\":\"2\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-18 06:00:00+00', 1, 1, NULL, NULL, 573074702, 573074702, '2024-04-18 06:00:00+00', NULL),
	(573074696, 700000111, 1, '{"kind":"text","Body":"1.3 План внутреннего контроля: к какому дню сделаете? Например: к 25-му или через неделю.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Отмена","Payload":"{\"c\":\"drop_late\"}","Color":"secondary"},{"Label":"Что с меня","Payload":"{\"c\":\"menu\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-17 05:00:00+00', 1, 4, NULL, 'its time was over before it could be sent', NULL, NULL, '2024-04-18 06:00:00+00', NULL),
	(573074700, 700000111, 3, '{"kind":"text","Body":"МОУ «Вымышленская СОШ № 1»\n\nПриказ № 223-09, срок 19 апреля. Срок завтра. Не сдано:\n• 1.1а Приказ об использовании: вернули, нет печати\n• 1.1б Приказ об администраторе\n• 1.2а Чат с заместителями\n• 1.2в Чат с родительским активом\n• 1.2г Чат с ученическим активом\n• 1.3 План внутреннего контроля: обещали к 26.04.2024","Keyboard":{"Inline":true,"Rows":[[{"Label":"Сделали 1.1а Приказ об использовании","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.a\"}}","Color":"primary"}],[{"Label":"Сделали 1.1б Приказ об администраторе","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.1.b\"}}","Color":"primary"}],[{"Label":"Сделали 1.2а Чат с заместителями","Payload":"{\"c\":\"line\",\"a\":{\"institution\":\"1\",\"line\":\"223-09/1.2.a\"}}","Color":"primary"}],[{"Label":"Напомнить завтра","Payload":"{\"c\":\"remind_later\"}","Color":"secondary"},{"Label":"Не успеваю","Payload":"{\"c\":\"cant_make\",\"a\":{\"institution\":\"1\"}}","Color":"secondary"}],[{"Label":"Почему мне это пришло?","Payload":"{\"c\":\"why_reminded\",\"a\":{\"institution\":\"1\"}}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-18 06:00:00+00', 1, 1, NULL, NULL, 573074700, 573074700, '2024-04-18 06:00:00+00', NULL),
	(573074703, 700000113, 1, '{"kind":"text","Body":"Снова пишу вам сам, когда есть что сообщить. Остановить можно словом «стоп».","Attachments":[],"Files":[]}', '2024-04-18 06:00:00+00', 1, 4, NULL, 'its time was over before it could be sent', NULL, NULL, '2024-04-26 07:00:00+00', NULL),
	(573074704, 700000113, 1, '{"kind":"text","Body":"1.1а Приказ об использовании\nМожно одним сообщением:\n• Напишите номер и дату документа. Например: № 12-од от 15.04.2024\n• Пришлите файл документа или фото первой страницы, чтобы были видны номер и дата.\n\nНе сказано, нужны и приказ, и положение или достаточно одного, и о какой информационной системе речь. По умолчанию достаточно положения, введённого приказом, либо одного приказа, если в нём изложен порядок. Окончательно решает Управление образования.","Keyboard":{"Inline":false,"Rows":[[{"Label":"Слова приказа","Payload":"{\"c\":\"quote\"}","Color":"secondary"}],[{"Label":"Ещё не сделали","Payload":"{\"c\":\"not_yet\"}","Color":"secondary"},{"Label":"Не относится к нам","Payload":"{\"c\":\"not_ours\"}","Color":"secondary"}],[{"Label":"Назад","Payload":"{\"c\":\"back\"}","Color":"secondary"},{"Label":"Человек","Payload":"{\"c\":\"human\"}","Color":"secondary"}]]},"Attachments":[],"Files":[]}', '2024-04-18 06:00:00+00', 1, 4, NULL, 'its time was over before it could be sent', NULL, NULL, '2024-04-26 07:00:00+00', NULL);
INSERT INTO public.panel_link VALUES
	('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 103, '2024-05-03 07:00:00+00', NULL);
INSERT INTO public.peer VALUES
	(103, true, NULL, '2024-04-15 06:00:00+00', false),
	(700000111, true, NULL, '2024-04-15 06:00:00+00', false),
	(700000112, true, NULL, '2024-04-15 06:00:00+00', false),
	(700000142, true, NULL, '2024-04-15 06:00:00+00', false),
	(700000141, true, NULL, '2024-04-15 06:00:00+00', false),
	(700000131, true, NULL, '2024-04-15 06:00:00+00', false),
	(700000132, true, NULL, '2024-04-15 06:00:00+00', false),
	(700000121, true, NULL, '2024-04-15 06:00:00+00', false),
	(700000122, true, NULL, '2024-04-15 06:00:00+00', false),
	(700000113, true, NULL, '2024-04-15 06:00:00+00', false),
	(0, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000001, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000002, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000003, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000004, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000005, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000006, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000007, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000008, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000009, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000010, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000011, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000012, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000013, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000014, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000015, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000016, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000017, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000018, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000019, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000020, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000021, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000022, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000023, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000024, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000025, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000026, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000027, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000028, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000029, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000030, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000031, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000032, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000033, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000034, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000035, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000036, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000037, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000038, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000039, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000040, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000041, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000042, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000043, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000044, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000045, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000046, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000047, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000048, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000049, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000050, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000051, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000052, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000053, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000054, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000055, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000056, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000057, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000058, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000059, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000060, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000061, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000062, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000063, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000064, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000065, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000066, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000067, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000068, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000069, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000070, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000071, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000072, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000073, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000074, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000075, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000076, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000077, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000078, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000079, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000080, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000081, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000082, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000083, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000084, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000085, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000086, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000087, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000088, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000089, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000090, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000091, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000092, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000093, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000094, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000095, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000096, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000097, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000098, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000099, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000100, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000101, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000102, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000103, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000104, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000105, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000106, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000107, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000108, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000109, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000110, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000111, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000112, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000113, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000114, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000115, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000116, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000117, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000118, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000119, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000120, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000121, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000122, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000123, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000124, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000125, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000126, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000127, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000128, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000129, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000130, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000131, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000132, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000133, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000134, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000135, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000136, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000137, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000138, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000139, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000140, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000141, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000142, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000143, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000144, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000145, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000146, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000147, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000148, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000149, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000150, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000151, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000152, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000153, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000154, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000155, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000156, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000157, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000158, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000159, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000160, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000161, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000162, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000163, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000164, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000165, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000166, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000167, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000168, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000169, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000170, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000171, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000172, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000173, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000174, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000175, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000176, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000177, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000178, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000179, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000180, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000181, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000182, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000183, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000184, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000185, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000186, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000187, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000188, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000189, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000190, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000191, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000192, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000193, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000194, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000195, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000196, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000197, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000198, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000199, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000200, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000201, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000202, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000203, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000204, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000205, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000206, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000207, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000208, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000209, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000210, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000211, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000212, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000213, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000214, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000215, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000216, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000217, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000218, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000219, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000220, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000221, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000222, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000223, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000224, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000225, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000226, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000227, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000228, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000229, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000230, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000231, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000232, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000233, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000234, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000235, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000236, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000237, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000238, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000239, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000240, true, NULL, '2024-04-26 07:00:00+00', false),
	(710000241, true, NULL, '2024-04-26 07:00:00+00', false),
	(700000151, true, NULL, '2024-04-26 07:00:00+00', false),
	(700000152, true, NULL, '2024-04-26 07:00:00+00', false),
	(2000000007, true, NULL, '2024-04-26 07:00:00+00', false),
	(2000000008, true, NULL, '2024-04-26 07:00:00+00', false);
INSERT INTO public.person VALUES
	(103, false, NULL, NULL, false, NULL, '2024-04-15 06:00:00+00', false),
	(710000058, false, '2024-04', '2024-04-15 06:00:00+00', false, 62, '2024-04-26 07:00:00+00', false),
	(710000059, false, '2024-04', '2024-04-15 06:00:00+00', false, 63, '2024-04-26 07:00:00+00', false),
	(710000060, false, '2024-04', '2024-04-15 06:00:00+00', false, 64, '2024-04-26 07:00:00+00', false),
	(700000112, false, '2024-04', '2024-04-15 06:00:00+00', false, 2, '2024-04-15 06:00:00+00', false),
	(710000061, false, '2024-04', '2024-04-15 06:00:00+00', false, 65, '2024-04-26 07:00:00+00', false),
	(710000062, false, '2024-04', '2024-04-15 06:00:00+00', false, 66, '2024-04-26 07:00:00+00', false),
	(710000063, false, '2024-04', '2024-04-15 06:00:00+00', false, 67, '2024-04-26 07:00:00+00', false),
	(700000142, false, NULL, NULL, false, NULL, '2024-04-15 06:00:00+00', false),
	(700000141, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-15 06:00:00+00', false),
	(710000064, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(700000131, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-15 06:00:00+00', false),
	(710000065, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(700000132, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-15 06:00:00+00', false),
	(710000066, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(700000121, false, '2024-04', '2024-04-15 06:00:00+00', false, 1, '2024-04-15 06:00:00+00', false),
	(710000067, false, '2024-04', '2024-04-15 06:00:00+00', false, 68, '2024-04-26 07:00:00+00', false),
	(700000122, false, '2024-04', '2024-04-15 06:00:00+00', false, 2, '2024-04-15 06:00:00+00', false),
	(700000111, false, '2024-04', '2024-04-15 06:00:00+00', false, 1, '2024-04-15 06:00:00+00', false),
	(700000113, false, '2024-04', '2024-04-15 06:00:00+00', false, 3, '2024-04-15 06:00:00+00', false),
	(710000001, false, '2024-04', '2024-04-15 06:00:00+00', false, 5, '2024-04-26 07:00:00+00', false),
	(710000002, false, '2024-04', '2024-04-15 06:00:00+00', false, 6, '2024-04-26 07:00:00+00', false),
	(710000003, false, '2024-04', '2024-04-15 06:00:00+00', false, 7, '2024-04-26 07:00:00+00', false),
	(710000004, false, '2024-04', '2024-04-15 06:00:00+00', false, 8, '2024-04-26 07:00:00+00', false),
	(710000005, false, '2024-04', '2024-04-15 06:00:00+00', false, 9, '2024-04-26 07:00:00+00', false),
	(710000006, false, '2024-04', '2024-04-15 06:00:00+00', false, 10, '2024-04-26 07:00:00+00', false),
	(710000007, false, '2024-04', '2024-04-15 06:00:00+00', false, 11, '2024-04-26 07:00:00+00', false),
	(710000008, false, '2024-04', '2024-04-15 06:00:00+00', false, 12, '2024-04-26 07:00:00+00', false),
	(710000009, false, '2024-04', '2024-04-15 06:00:00+00', false, 13, '2024-04-26 07:00:00+00', false),
	(710000010, false, '2024-04', '2024-04-15 06:00:00+00', false, 14, '2024-04-26 07:00:00+00', false),
	(710000011, false, '2024-04', '2024-04-15 06:00:00+00', false, 15, '2024-04-26 07:00:00+00', false),
	(710000012, false, '2024-04', '2024-04-15 06:00:00+00', false, 16, '2024-04-26 07:00:00+00', false),
	(710000013, false, '2024-04', '2024-04-15 06:00:00+00', false, 17, '2024-04-26 07:00:00+00', false),
	(710000014, false, '2024-04', '2024-04-15 06:00:00+00', false, 18, '2024-04-26 07:00:00+00', false),
	(710000015, false, '2024-04', '2024-04-15 06:00:00+00', false, 19, '2024-04-26 07:00:00+00', false),
	(710000016, false, '2024-04', '2024-04-15 06:00:00+00', false, 20, '2024-04-26 07:00:00+00', false),
	(710000017, false, '2024-04', '2024-04-15 06:00:00+00', false, 21, '2024-04-26 07:00:00+00', false),
	(710000018, false, '2024-04', '2024-04-15 06:00:00+00', false, 22, '2024-04-26 07:00:00+00', false),
	(710000019, false, '2024-04', '2024-04-15 06:00:00+00', false, 23, '2024-04-26 07:00:00+00', false),
	(710000020, false, '2024-04', '2024-04-15 06:00:00+00', false, 24, '2024-04-26 07:00:00+00', false),
	(710000021, false, '2024-04', '2024-04-15 06:00:00+00', false, 25, '2024-04-26 07:00:00+00', false),
	(710000022, false, '2024-04', '2024-04-15 06:00:00+00', false, 26, '2024-04-26 07:00:00+00', false),
	(710000023, false, '2024-04', '2024-04-15 06:00:00+00', false, 27, '2024-04-26 07:00:00+00', false),
	(710000024, false, '2024-04', '2024-04-15 06:00:00+00', false, 28, '2024-04-26 07:00:00+00', false),
	(710000025, false, '2024-04', '2024-04-15 06:00:00+00', false, 29, '2024-04-26 07:00:00+00', false),
	(710000026, false, '2024-04', '2024-04-15 06:00:00+00', false, 30, '2024-04-26 07:00:00+00', false),
	(710000027, false, '2024-04', '2024-04-15 06:00:00+00', false, 31, '2024-04-26 07:00:00+00', false),
	(710000028, false, '2024-04', '2024-04-15 06:00:00+00', false, 32, '2024-04-26 07:00:00+00', false),
	(710000029, false, '2024-04', '2024-04-15 06:00:00+00', false, 33, '2024-04-26 07:00:00+00', false),
	(710000030, false, '2024-04', '2024-04-15 06:00:00+00', false, 34, '2024-04-26 07:00:00+00', false),
	(710000031, false, '2024-04', '2024-04-15 06:00:00+00', false, 35, '2024-04-26 07:00:00+00', false),
	(710000032, false, '2024-04', '2024-04-15 06:00:00+00', false, 36, '2024-04-26 07:00:00+00', false),
	(710000033, false, '2024-04', '2024-04-15 06:00:00+00', false, 37, '2024-04-26 07:00:00+00', false),
	(710000034, false, '2024-04', '2024-04-15 06:00:00+00', false, 38, '2024-04-26 07:00:00+00', false),
	(710000035, false, '2024-04', '2024-04-15 06:00:00+00', false, 39, '2024-04-26 07:00:00+00', false),
	(710000036, false, '2024-04', '2024-04-15 06:00:00+00', false, 40, '2024-04-26 07:00:00+00', false),
	(710000037, false, '2024-04', '2024-04-15 06:00:00+00', false, 41, '2024-04-26 07:00:00+00', false),
	(710000038, false, '2024-04', '2024-04-15 06:00:00+00', false, 42, '2024-04-26 07:00:00+00', false),
	(710000039, false, '2024-04', '2024-04-15 06:00:00+00', false, 43, '2024-04-26 07:00:00+00', false),
	(710000040, false, '2024-04', '2024-04-15 06:00:00+00', false, 44, '2024-04-26 07:00:00+00', false),
	(710000041, false, '2024-04', '2024-04-15 06:00:00+00', false, 45, '2024-04-26 07:00:00+00', false),
	(710000042, false, '2024-04', '2024-04-15 06:00:00+00', false, 46, '2024-04-26 07:00:00+00', false),
	(710000043, false, '2024-04', '2024-04-15 06:00:00+00', false, 47, '2024-04-26 07:00:00+00', false),
	(710000044, false, '2024-04', '2024-04-15 06:00:00+00', false, 48, '2024-04-26 07:00:00+00', false),
	(710000045, false, '2024-04', '2024-04-15 06:00:00+00', false, 49, '2024-04-26 07:00:00+00', false),
	(710000046, false, '2024-04', '2024-04-15 06:00:00+00', false, 50, '2024-04-26 07:00:00+00', false),
	(710000047, false, '2024-04', '2024-04-15 06:00:00+00', false, 51, '2024-04-26 07:00:00+00', false),
	(710000048, false, '2024-04', '2024-04-15 06:00:00+00', false, 52, '2024-04-26 07:00:00+00', false),
	(710000049, false, '2024-04', '2024-04-15 06:00:00+00', false, 53, '2024-04-26 07:00:00+00', false),
	(710000050, false, '2024-04', '2024-04-15 06:00:00+00', false, 54, '2024-04-26 07:00:00+00', false),
	(710000051, false, '2024-04', '2024-04-15 06:00:00+00', false, 55, '2024-04-26 07:00:00+00', false),
	(710000052, false, '2024-04', '2024-04-15 06:00:00+00', false, 56, '2024-04-26 07:00:00+00', false),
	(710000053, false, '2024-04', '2024-04-15 06:00:00+00', false, 57, '2024-04-26 07:00:00+00', false),
	(710000054, false, '2024-04', '2024-04-15 06:00:00+00', false, 58, '2024-04-26 07:00:00+00', false),
	(710000055, false, '2024-04', '2024-04-15 06:00:00+00', false, 59, '2024-04-26 07:00:00+00', false),
	(710000056, false, '2024-04', '2024-04-15 06:00:00+00', false, 60, '2024-04-26 07:00:00+00', false),
	(710000057, false, '2024-04', '2024-04-15 06:00:00+00', false, 61, '2024-04-26 07:00:00+00', false),
	(710000068, false, '2024-04', '2024-04-15 06:00:00+00', false, 69, '2024-04-26 07:00:00+00', false),
	(710000069, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000070, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000071, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000072, false, '2024-04', '2024-04-15 06:00:00+00', false, 70, '2024-04-26 07:00:00+00', false),
	(710000073, false, '2024-04', '2024-04-15 06:00:00+00', false, 71, '2024-04-26 07:00:00+00', false),
	(710000074, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000075, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000076, false, '2024-04', '2024-04-15 06:00:00+00', false, 72, '2024-04-26 07:00:00+00', false),
	(710000077, false, '2024-04', '2024-04-15 06:00:00+00', false, 73, '2024-04-26 07:00:00+00', false),
	(710000078, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000079, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000080, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000081, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000082, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000083, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000084, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000085, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000086, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000087, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000088, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000089, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000090, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000091, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000092, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000093, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000094, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000095, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000096, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000097, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000098, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000099, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000100, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000101, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000102, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000103, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000104, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000105, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000106, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000107, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000108, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000109, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000110, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000111, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000112, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000113, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000114, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000115, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000116, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000117, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000118, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000119, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000120, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000121, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000122, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000123, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000124, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000125, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000126, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000127, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000128, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000129, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000130, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000131, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000132, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000133, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000134, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000135, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000136, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000137, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000138, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000139, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000140, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000141, false, '2024-04', '2024-04-15 06:00:00+00', false, 74, '2024-04-26 07:00:00+00', false),
	(710000142, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000143, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000144, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000145, false, '2024-04', '2024-04-15 06:00:00+00', false, 75, '2024-04-26 07:00:00+00', false),
	(710000146, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000147, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000148, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000149, false, '2024-04', '2024-04-15 06:00:00+00', false, 76, '2024-04-26 07:00:00+00', false),
	(710000150, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000151, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000152, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000153, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000154, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000155, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000156, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000157, false, '2024-04', '2024-04-15 06:00:00+00', false, 77, '2024-04-26 07:00:00+00', false),
	(710000158, false, '2024-04', '2024-04-15 06:00:00+00', false, 78, '2024-04-26 07:00:00+00', false),
	(710000159, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000160, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000161, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000162, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000163, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000164, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000165, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000166, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000167, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000168, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000169, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000170, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000171, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000172, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000173, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000174, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000175, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000176, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000177, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000178, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000179, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000180, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000181, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000182, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000183, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000184, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000185, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000186, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000187, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000188, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000189, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000190, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000191, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000192, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000193, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000194, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000195, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000196, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000197, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000198, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000199, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000200, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000201, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000202, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000203, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000204, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000205, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000206, false, '2024-04', '2024-04-15 06:00:00+00', false, 79, '2024-04-26 07:00:00+00', false),
	(710000207, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000208, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000209, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000210, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000211, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000212, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000213, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000214, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000215, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000216, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000217, false, '2024-04', '2024-04-15 06:00:00+00', false, 80, '2024-04-26 07:00:00+00', false),
	(710000218, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000219, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000220, false, '2024-04', '2024-04-15 06:00:00+00', false, 81, '2024-04-26 07:00:00+00', false),
	(710000221, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000222, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000223, true, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000224, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000225, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000226, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000227, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000228, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000229, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000230, false, '2024-04', '2024-04-15 06:00:00+00', false, 82, '2024-04-26 07:00:00+00', false),
	(710000231, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000232, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000233, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000234, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000235, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000236, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000237, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000238, false, NULL, NULL, false, NULL, '2024-04-26 07:00:00+00', false),
	(710000239, false, '2024-04', '2024-04-15 06:00:00+00', false, 83, '2024-04-26 07:00:00+00', false),
	(710000240, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false),
	(710000241, false, '2024-04', '2024-04-15 06:00:00+00', false, NULL, '2024-04-26 07:00:00+00', false);
INSERT INTO public.promise VALUES
	(1, '223-09', '1.3', '2024-04-26', 700000111, '2024-04-17 05:00:00+00', 'ждём подписи');
INSERT INTO public.question OVERRIDING SYSTEM VALUE VALUES
	(1, 700000132, 'Можно ли назначить администратором секретаря школы?', '2024-04-15 06:00:00+00', 'Нет: по приказу это педагогический работник.', 103, '2024-04-15 06:00:00+00', 'asked', 1, 'teacher', 'МОУ', NULL, NULL, NULL, 'Кого назначить администратором'),
	(2, 700000111, 'Кто подписывает приказ, если директор в отпуске вместе с заместителем?', '2024-04-15 06:00:00+00', NULL, NULL, NULL, 'asked', 2, 'director', 'МОУ', 1, NULL, NULL, NULL),
	(3, 700000141, 'Почему у нас в столовой холодно?', '2024-04-15 06:00:00+00', NULL, NULL, NULL, 'asked', 3, 'guest', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.reminder OVERRIDING SYSTEM VALUE VALUES
	(1, 700000111, 1, '223-09/1.1.a|223-09/1.1.b|223-09/1.2.a|223-09/1.2.c|223-09/1.2.d|223-09/1.3', '2024-04-16 06:00:00+00'),
	(2, 700000121, 1, '223-09/1.1.a|223-09/1.1.b|223-09/1.2.a|223-09/1.2.c|223-09/1.2.d|223-09/1.3', '2024-04-16 06:00:00+00'),
	(3, 700000122, 2, '223-09/1.1.b|223-09/1.1.c|223-09/1.2.0|223-09/1.2.b|223-09/1.2.c|223-09/1.3|223-09/1.4', '2024-04-16 06:00:00+00'),
	(4, 700000111, 1, '223-09/1.1.a|223-09/1.1.b|223-09/1.2.a|223-09/1.2.c|223-09/1.2.d|223-09/1.3', '2024-04-18 06:00:00+00'),
	(5, 700000121, 1, '223-09/1.1.a|223-09/1.1.b|223-09/1.2.a|223-09/1.2.c|223-09/1.2.d|223-09/1.3', '2024-04-18 06:00:00+00'),
	(6, 700000122, 2, '223-09/1.1.b|223-09/1.1.c|223-09/1.2.0|223-09/1.2.b|223-09/1.2.c|223-09/1.3|223-09/1.4', '2024-04-18 06:00:00+00');
INSERT INTO public.reminder_mark VALUES
	(700000111, 1, '223-09', '1.1.a', '2024-04-18 06:00:00+00'),
	(700000111, 1, '223-09', '1.1.b', '2024-04-18 06:00:00+00'),
	(700000111, 1, '223-09', '1.2.a', '2024-04-18 06:00:00+00'),
	(700000111, 1, '223-09', '1.2.c', '2024-04-18 06:00:00+00'),
	(700000111, 1, '223-09', '1.2.d', '2024-04-18 06:00:00+00'),
	(700000111, 1, '223-09', '1.3', '2024-04-18 06:00:00+00'),
	(700000121, 1, '223-09', '1.1.a', '2024-04-18 06:00:00+00'),
	(700000121, 1, '223-09', '1.1.b', '2024-04-18 06:00:00+00'),
	(700000121, 1, '223-09', '1.2.a', '2024-04-18 06:00:00+00'),
	(700000121, 1, '223-09', '1.2.c', '2024-04-18 06:00:00+00'),
	(700000121, 1, '223-09', '1.2.d', '2024-04-18 06:00:00+00'),
	(700000121, 1, '223-09', '1.3', '2024-04-18 06:00:00+00'),
	(700000122, 2, '223-09', '1.1.b', '2024-04-18 06:00:00+00'),
	(700000122, 2, '223-09', '1.1.c', '2024-04-18 06:00:00+00'),
	(700000122, 2, '223-09', '1.2.0', '2024-04-18 06:00:00+00'),
	(700000122, 2, '223-09', '1.2.b', '2024-04-18 06:00:00+00'),
	(700000122, 2, '223-09', '1.2.c', '2024-04-18 06:00:00+00'),
	(700000122, 2, '223-09', '1.3', '2024-04-18 06:00:00+00'),
	(700000122, 2, '223-09', '1.4', '2024-04-18 06:00:00+00');
INSERT INTO public.report OVERRIDING SYSTEM VALUE VALUES
	(3, 1, '223-09', '1.2.0', 'reported', 1, '{"meeting.date":"2024-04-15","meeting.members":"24","meeting.topic":"планёрка"}', false, 700000111, '2024-04-15 06:00:00+00', NULL, NULL, NULL, 'done'),
	(4, 2, '223-09', '1.1.a', 'reported', 1, '{"document.date":"2024-04-11","document.number":"5","files.0":"photo1_2"}', false, 700000112, '2024-04-15 06:00:00+00', NULL, NULL, NULL, 'done'),
	(1, 1, '223-09', '1.1.c', 'accepted', 1, '{"links.0":"https://school.example/doc"}', false, 700000111, '2024-04-15 06:00:00+00', 103, '2024-04-15 06:00:00+00', NULL, 'done'),
	(2, 1, '223-09', '1.1.a', 'returned', 1, '{"document.date":"2024-04-10","document.number":"12-од","files.0":"photo1_1"}', false, 700000111, '2024-04-15 06:00:00+00', 103, '2024-04-15 06:00:00+00', 'нет печати', 'done'),
	(5, 1, '223-09', '1.4', 'reported', 1, '{"acquainted.done":"18","acquainted.total":"20","document.date":"2024-04-10","document.number":"12-од"}', false, 700000121, '2024-04-15 06:00:00+00', NULL, NULL, NULL, 'done'),
	(6, 1, '223-09', '1.2.b', 'reported', 1, '{"chat.members":"34","chat.shown":"2000000007","chat.staff":"36","chat.title":"Педсовет"}', false, 700000111, '2024-04-15 06:00:00+00', NULL, NULL, NULL, 'done');
INSERT INTO public.report_file VALUES
	(2, 1, 1),
	(4, 1, 2);
INSERT INTO public.saved_answer OVERRIDING SYSTEM VALUE VALUES
	(1, 1, '["Можно ли назначить администратором секретаря школы?"]', 'Нет: по приказу это педагогический работник.', 103, '2024-04-15 06:00:00+00', NULL);
INSERT INTO public.saved_audience OVERRIDING SYSTEM VALUE VALUES
	(1, 'Совещание', 'picked;1,3', 103, '2024-04-15 06:00:00+00');
INSERT INTO public.schemaversions VALUES
	(1, 'Sferum.Bot.Storage.Scripts.PostgreSql.0001_messaging.sql', '2026-11-27 01:12:26.234983'),
	(2, 'Sferum.Bot.Storage.Scripts.PostgreSql.0002_orders.sql', '2026-11-27 01:12:26.459602'),
	(3, 'Sferum.Bot.Storage.Scripts.PostgreSql.0003_roster.sql', '2026-11-27 01:12:26.506892'),
	(4, 'Sferum.Bot.Storage.Scripts.PostgreSql.0004_heads_way.sql', '2026-11-27 01:12:26.762757'),
	(5, 'Sferum.Bot.Storage.Scripts.PostgreSql.0005_pipeline.sql', '2026-11-27 01:12:26.954086'),
	(6, 'Sferum.Bot.Storage.Scripts.PostgreSql.0006_teachers.sql', '2026-11-27 01:12:26.961809'),
	(7, 'Sferum.Bot.Storage.Scripts.PostgreSql.0007_questions.sql', '2026-11-27 01:12:27.00198'),
	(8, 'Sferum.Bot.Storage.Scripts.PostgreSql.0008_reminders.sql', '2026-11-27 01:12:27.08317'),
	(9, 'Sferum.Bot.Storage.Scripts.PostgreSql.0009_journal_by_time.sql', '2026-11-27 01:12:27.090905'),
	(10, 'Sferum.Bot.Storage.Scripts.PostgreSql.0010_broadcasts.sql', '2026-11-27 01:12:27.298766'),
	(11, 'Sferum.Bot.Storage.Scripts.PostgreSql.0011_panel.sql', '2026-11-27 01:12:27.441567');
INSERT INTO public.seen_event VALUES
	('e1', '2024-04-15 06:00:00+00', 103, 1),
	('e2', '2024-04-15 06:00:00+00', 700000111, 2),
	('e3', '2024-04-15 06:00:00+00', 700000111, 3),
	('e4', '2024-04-15 06:00:00+00', 700000111, 4),
	('e5', '2024-04-15 06:00:00+00', 700000111, 5),
	('e6', '2024-04-15 06:00:00+00', 700000112, 6),
	('e7', '2024-04-15 06:00:00+00', 700000112, 7),
	('e8', '2024-04-15 06:00:00+00', 700000112, 8),
	('e9', '2024-04-15 06:00:00+00', 700000113, 9),
	('e10', '2024-04-15 06:00:00+00', 700000113, 10),
	('e11', '2024-04-15 06:00:00+00', 700000113, 11),
	('e12', '2024-04-15 06:00:00+00', 700000113, 12),
	('e13', '2024-04-15 06:00:00+00', 700000142, 13),
	('e14', '2024-04-15 06:00:00+00', 700000142, 14),
	('e15', '2024-04-15 06:00:00+00', 700000141, 15),
	('e16', '2024-04-15 06:00:00+00', 700000141, 16),
	('e17', '2024-04-15 06:00:00+00', 700000141, 17),
	('e18', '2024-04-15 06:00:00+00', 700000141, 18),
	('e19', '2024-04-15 06:00:00+00', 700000131, 19),
	('e20', '2024-04-15 06:00:00+00', 700000131, 20),
	('e21', '2024-04-15 06:00:00+00', 700000131, 21),
	('e22', '2024-04-15 06:00:00+00', 700000131, 22),
	('e23', '2024-04-15 06:00:00+00', 700000131, 23),
	('e24', '2024-04-15 06:00:00+00', 700000131, 24),
	('e25', '2024-04-15 06:00:00+00', 700000131, 25),
	('e26', '2024-04-15 06:00:00+00', 700000132, 26),
	('e27', '2024-04-15 06:00:00+00', 700000132, 27),
	('e28', '2024-04-15 06:00:00+00', 700000132, 28),
	('e29', '2024-04-15 06:00:00+00', 700000132, 29),
	('e30', '2024-04-15 06:00:00+00', 700000132, 30),
	('e31', '2024-04-15 06:00:00+00', 700000132, 31),
	('e32', '2024-04-15 06:00:00+00', 700000132, 32),
	('e33', '2024-04-15 06:00:00+00', 700000111, 33),
	('e34', '2024-04-15 06:00:00+00', 700000111, 34),
	('e35', '2024-04-15 06:00:00+00', 700000111, 35),
	('e36', '2024-04-15 06:00:00+00', 700000111, 36),
	('e37', '2024-04-15 06:00:00+00', 700000111, 37),
	('e38', '2024-04-15 06:00:00+00', 700000111, 38),
	('e39', '2024-04-15 06:00:00+00', 700000111, 39),
	('e40', '2024-04-15 06:00:00+00', 700000111, 40),
	('e41', '2024-04-15 06:00:00+00', 700000111, 41),
	('e42', '2024-04-15 06:00:00+00', 700000111, 42),
	('e43', '2024-04-15 06:00:00+00', 700000112, 43),
	('e44', '2024-04-15 06:00:00+00', 700000112, 44),
	('e45', '2024-04-15 06:00:00+00', 700000112, 45),
	('e46', '2024-04-15 06:00:00+00', 700000112, 46),
	('e47', '2024-04-15 06:00:00+00', 103, 47),
	('e48', '2024-04-15 06:00:00+00', 103, 48),
	('e49', '2024-04-15 06:00:00+00', 103, 49),
	('e50', '2024-04-15 06:00:00+00', 103, 50),
	('e51', '2024-04-15 06:00:00+00', 103, 51),
	('e52', '2024-04-15 06:00:00+00', 103, 52),
	('e53', '2024-04-15 06:00:00+00', 103, 53),
	('e54', '2024-04-15 06:00:00+00', 103, 54),
	('e55', '2024-04-15 06:00:00+00', 700000111, 55),
	('e56', '2024-04-15 06:00:00+00', 700000111, 56),
	('e57', '2024-04-15 06:00:00+00', 700000111, 57),
	('e58', '2024-04-15 06:00:00+00', 700000111, 58),
	('e59', '2024-04-15 06:00:00+00', 700000121, 59),
	('e60', '2024-04-15 06:00:00+00', 700000121, 60),
	('e61', '2024-04-15 06:00:00+00', 700000121, 61),
	('e62', '2024-04-15 06:00:00+00', 700000121, 62),
	('e63', '2024-04-15 06:00:00+00', 700000121, 63),
	('e64', '2024-04-15 06:00:00+00', 700000121, 64),
	('e65', '2024-04-15 06:00:00+00', 700000112, 65),
	('e66', '2024-04-15 06:00:00+00', 700000112, 66),
	('e67', '2024-04-15 06:00:00+00', 700000112, 67),
	('e68', '2024-04-15 06:00:00+00', 700000122, 68),
	('e69', '2024-04-15 06:00:00+00', 700000122, 69),
	('e70', '2024-04-15 06:00:00+00', 700000122, 70),
	('e71', '2024-04-15 06:00:00+00', 700000122, 71),
	('e72', '2024-04-15 06:00:00+00', 700000111, NULL),
	('e73', '2024-04-15 06:00:00+00', 700000111, NULL),
	('e74', '2024-04-15 06:00:00+00', 700000111, 73),
	('e75', '2024-04-15 06:00:00+00', 700000111, 74),
	('e76', '2024-04-15 06:00:00+00', 700000113, NULL),
	('e77', '2024-04-15 06:00:00+00', 700000132, 75),
	('e78', '2024-04-15 06:00:00+00', 700000132, 76),
	('e79', '2024-04-15 06:00:00+00', 700000132, 77),
	('e80', '2024-04-15 06:00:00+00', 103, 78),
	('e81', '2024-04-15 06:00:00+00', 103, 79),
	('e82', '2024-04-15 06:00:00+00', 103, 80),
	('e83', '2024-04-15 06:00:00+00', 103, 81),
	('e84', '2024-04-15 06:00:00+00', 103, 82),
	('e85', '2024-04-15 06:00:00+00', 103, 83),
	('e86', '2024-04-15 06:00:00+00', 103, 84),
	('e87', '2024-04-15 06:00:00+00', 700000111, 85),
	('e88', '2024-04-15 06:00:00+00', 700000111, 86),
	('e89', '2024-04-15 06:00:00+00', 700000111, 87),
	('e90', '2024-04-15 06:00:00+00', 700000111, 88),
	('e91', '2024-04-15 06:00:00+00', 700000111, 89),
	('e92', '2024-04-15 06:00:00+00', 700000141, 90),
	('e93', '2024-04-15 06:00:00+00', 700000141, 91),
	('e94', '2024-04-15 06:00:00+00', 700000141, 92),
	('e95', '2024-04-15 06:00:00+00', 103, 93),
	('e96', '2024-04-15 06:00:00+00', 103, 94),
	('e97', '2024-04-15 06:00:00+00', 103, 95),
	('e98', '2024-04-15 06:00:00+00', 103, 96),
	('e99', '2024-04-15 06:00:00+00', 103, 97),
	('e100', '2024-04-15 06:00:00+00', 103, 98),
	('e101', '2024-04-15 06:00:00+00', 103, 99),
	('e102', '2024-04-15 06:00:00+00', 103, 100),
	('e103', '2024-04-15 06:03:00+00', 103, 101),
	('e104', '2024-04-15 06:03:00+00', 103, 102),
	('e105', '2024-04-15 06:03:00+00', 103, 103),
	('e106', '2024-04-15 06:03:00+00', 103, 104),
	('e107', '2024-04-15 06:03:00+00', 103, 105),
	('e108', '2024-04-15 06:03:00+00', 103, 106),
	('e109', '2024-04-15 06:03:00+00', 103, 107),
	('e110', '2024-04-15 06:03:00+00', 103, 108),
	('e111', '2024-04-17 05:00:00+00', 700000111, NULL),
	('e112', '2024-04-17 05:00:00+00', 700000111, 110),
	('e113', '2024-04-17 05:00:00+00', 700000111, 111),
	('e114', '2024-04-17 05:00:00+00', 700000111, 112),
	('e115', '2024-04-18 06:00:00+00', 700000113, 113),
	('e116', '2024-04-18 06:00:00+00', 700000113, 114),
	('e117', '2024-04-26 07:00:00+00', 0, NULL),
	('waiting0', '2024-04-26 07:00:00+00', 700000111, NULL),
	('waiting1', '2024-04-26 07:00:00+00', 700000112, NULL),
	('waiting10', '2024-04-26 07:00:00+00', 2000000008, NULL),
	('waiting11', '2024-04-26 07:00:00+00', 700000152, 7),
	('waiting12', '2024-04-26 07:00:00+00', 700000111, NULL),
	('waiting13', '2024-04-26 07:00:00+00', 0, NULL),
	('waiting2', '2024-04-26 07:00:00+00', 700000121, NULL),
	('waiting3', '2024-04-26 07:00:00+00', 700000151, NULL),
	('waiting4', '2024-04-26 07:00:00+00', 700000113, NULL),
	('waiting5', '2024-04-26 07:00:00+00', 700000142, NULL),
	('waiting6', '2024-04-26 07:00:00+00', 700000132, NULL),
	('waiting7', '2024-04-26 07:00:00+00', 700000141, NULL),
	('waiting8', '2024-04-26 07:00:00+00', 700000131, NULL),
	('waiting9', '2024-04-26 07:00:00+00', 2000000007, NULL);
INSERT INTO public.shown_chat VALUES
	(2000000007, 700000111, 'seen', 'Педсовет', 34, '2024-04-15 06:00:00+00', 1, NULL, 1, '223-09', '1.2.b'),
	(2000000008, 700000113, 'no_rights', NULL, NULL, NULL, 7, '2024-04-26 08:00:00+00', NULL, NULL, NULL);
INSERT INTO public.stream_cursor VALUES
	('longpoll', '1713150000', '2024-04-26 07:00:00+00');
INSERT INTO public.substitute OVERRIDING SYSTEM VALUE VALUES
	(1, 700000152, '2024-04-26', '2024-04-26', 103, '2024-04-26 07:00:00+00', NULL);
INSERT INTO public.talk VALUES
	(700000152, '2024-04-26 07:00:00+00', 103, '2024-04-26 07:00:00+00');
INSERT INTO public.teacher VALUES
	(700000131, 1, '2024-04-15 06:00:00+00'),
	(700000132, 1, NULL),
	(710000166, 1, NULL),
	(710000204, 1, NULL),
	(710000205, 1, NULL),
	(710000208, 1, NULL),
	(710000209, 1, NULL),
	(710000216, 1, NULL);
INSERT INTO public.unasked_day VALUES
	(700000111, '2024-04-15', '2024-04-15 06:03:00+00'),
	(700000121, '2024-04-15', '2024-04-15 06:03:00+00'),
	(700000111, '2024-04-16', '2024-04-16 06:00:00+00'),
	(700000121, '2024-04-16', '2024-04-16 06:00:00+00'),
	(700000122, '2024-04-16', '2024-04-16 06:00:00+00'),
	(103, '2024-04-16', '2024-04-16 06:00:00+00'),
	(700000111, '2024-04-18', '2024-04-18 06:00:00+00'),
	(700000121, '2024-04-18', '2024-04-18 06:00:00+00'),
	(700000122, '2024-04-18', '2024-04-18 06:00:00+00');
SELECT pg_catalog.setval('public.broadcast_id_seq', 2, true);
SELECT pg_catalog.setval('public.claim_code_id_seq', 6, true);
SELECT pg_catalog.setval('public.dead_letter_id_seq', 1, true);
SELECT pg_catalog.setval('public.evidence_file_id_seq', 2, true);
SELECT pg_catalog.setval('public.failed_claim_id_seq', 1, true);
SELECT pg_catalog.setval('public.inbox_id_seq', 131, true);
SELECT pg_catalog.setval('public.institution_id_seq', 83, true);
SELECT pg_catalog.setval('public.membership_id_seq', 84, true);
SELECT pg_catalog.setval('public.outbox_id_seq', 573074714, true);
SELECT pg_catalog.setval('public.question_id_seq', 3, true);
SELECT pg_catalog.setval('public.reminder_id_seq', 6, true);
SELECT pg_catalog.setval('public.report_id_seq', 6, true);
SELECT pg_catalog.setval('public.saved_answer_id_seq', 1, true);
SELECT pg_catalog.setval('public.saved_audience_id_seq', 1, true);
SELECT pg_catalog.setval('public.schemaversions_schemaversionsid_seq', 11, true);
SELECT pg_catalog.setval('public.substitute_id_seq', 1, true);
ALTER TABLE ONLY public.schemaversions
    ADD CONSTRAINT "PK_schemaversions_Id" PRIMARY KEY (schemaversionsid);
ALTER TABLE ONLY public.broadcast
    ADD CONSTRAINT broadcast_author_id_draft_key UNIQUE (author_id, draft);
ALTER TABLE ONLY public.broadcast
    ADD CONSTRAINT broadcast_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.broadcast_recipient
    ADD CONSTRAINT broadcast_recipient_pkey PRIMARY KEY (broadcast_id, "position");
ALTER TABLE ONLY public.claim_code
    ADD CONSTRAINT claim_code_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conversation
    ADD CONSTRAINT conversation_pkey PRIMARY KEY (peer_id);
ALTER TABLE ONLY public.dead_letter
    ADD CONSTRAINT dead_letter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_pkey PRIMARY KEY (institution_id, reason);
ALTER TABLE ONLY public.evidence_file
    ADD CONSTRAINT evidence_file_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.failed_claim
    ADD CONSTRAINT failed_claim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.institution
    ADD CONSTRAINT institution_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.line_decision
    ADD CONSTRAINT line_decision_pkey PRIMARY KEY (institution_id, order_number, point);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox_done
    ADD CONSTRAINT outbox_done_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox_hold
    ADD CONSTRAINT outbox_hold_pkey PRIMARY KEY (broadcast_id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.panel_link
    ADD CONSTRAINT panel_link_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.panel_session
    ADD CONSTRAINT panel_session_pkey PRIMARY KEY (id_hash);
ALTER TABLE ONLY public.peer
    ADD CONSTRAINT peer_pkey PRIMARY KEY (peer_id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (person_id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (institution_id, order_number, point);
ALTER TABLE ONLY public.question
    ADD CONSTRAINT question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reminder_later
    ADD CONSTRAINT reminder_later_pkey PRIMARY KEY (person_id);
ALTER TABLE ONLY public.reminder_mark
    ADD CONSTRAINT reminder_mark_pkey PRIMARY KEY (person_id, institution_id, order_number, point);
ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.report_file
    ADD CONSTRAINT report_file_pkey PRIMARY KEY (report_id, revision, file_id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.saved_answer
    ADD CONSTRAINT saved_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.saved_audience
    ADD CONSTRAINT saved_audience_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.seen_event
    ADD CONSTRAINT seen_event_pkey PRIMARY KEY (event_id);
ALTER TABLE ONLY public.shown_chat
    ADD CONSTRAINT shown_chat_pkey PRIMARY KEY (chat_peer_id);
ALTER TABLE ONLY public.stream_cursor
    ADD CONSTRAINT stream_cursor_pkey PRIMARY KEY (channel);
ALTER TABLE ONLY public.substitute
    ADD CONSTRAINT substitute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.talk
    ADD CONSTRAINT talk_pkey PRIMARY KEY (peer_id);
ALTER TABLE ONLY public.teacher
    ADD CONSTRAINT teacher_pkey PRIMARY KEY (person_id);
ALTER TABLE ONLY public.unasked_day
    ADD CONSTRAINT unasked_day_pkey PRIMARY KEY (person_id, day);
CREATE INDEX broadcast_age ON public.broadcast USING btree (created_at);
CREATE UNIQUE INDEX broadcast_recipient_person ON public.broadcast_recipient USING btree (broadcast_id, person_id);
CREATE INDEX broadcast_recipient_state ON public.broadcast_recipient USING btree (broadcast_id, state);
CREATE INDEX broadcast_state ON public.broadcast USING btree (state);
CREATE UNIQUE INDEX claim_code_hash ON public.claim_code USING btree (code_hash);
CREATE INDEX claim_code_of_institution ON public.claim_code USING btree (institution_id);
CREATE INDEX dead_letter_waiting ON public.dead_letter USING btree (id) WHERE (replayed_at IS NULL);
CREATE UNIQUE INDEX evidence_file_of_person ON public.evidence_file USING btree (person_id, attachment_id);
CREATE INDEX evidence_file_pending ON public.evidence_file USING btree (next_try_at) WHERE (state = 'pending'::text);
CREATE INDEX failed_claim_at ON public.failed_claim USING btree (failed_at);
CREATE INDEX failed_claim_of_person ON public.failed_claim USING btree (person_id, failed_at);
CREATE INDEX inbox_of_peer ON public.inbox USING btree (peer_id, id);
CREATE UNIQUE INDEX institution_external_key ON public.institution USING btree (external_key);
CREATE UNIQUE INDEX institution_name ON public.institution USING btree (name);
CREATE INDEX journal_of_institution ON public.journal USING btree (institution_id, seq);
CREATE INDEX journal_of_line ON public.journal USING btree (institution_id, order_number, point, seq) WHERE (point IS NOT NULL);
CREATE INDEX journal_of_time ON public.journal USING btree (at);
CREATE INDEX membership_of_institution ON public.membership USING btree (institution_id);
CREATE INDEX membership_of_person ON public.membership USING btree (person_id);
CREATE INDEX outbox_done_age ON public.outbox_done USING brin (finished_at);
CREATE INDEX outbox_done_of_broadcast ON public.outbox_done USING btree (broadcast_id, peer_id) WHERE (broadcast_id IS NOT NULL);
CREATE INDEX outbox_done_of_peer ON public.outbox_done USING btree (peer_id, id);
CREATE INDEX outbox_of_broadcast ON public.outbox USING btree (broadcast_id) WHERE (broadcast_id IS NOT NULL);
CREATE INDEX outbox_of_peer ON public.outbox USING btree (peer_id, id);
CREATE INDEX outbox_waiting ON public.outbox USING btree (purpose, id);
CREATE INDEX panel_link_age ON public.panel_link USING btree (expires_at);
CREATE INDEX panel_link_of_person ON public.panel_link USING btree (person_id);
CREATE INDEX panel_session_age ON public.panel_session USING btree (expires_at);
CREATE INDEX panel_session_of_person ON public.panel_session USING btree (person_id);
CREATE INDEX person_news ON public.person USING btree (person_id) WHERE news;
CREATE INDEX question_asked ON public.question USING btree (asked_at);
CREATE INDEX question_of_group ON public.question USING btree (group_id, id);
CREATE INDEX question_open ON public.question USING btree (group_id, id) WHERE (answered_at IS NULL);
CREATE INDEX question_waiting ON public.question USING btree (asked_at) WHERE (answered_at IS NULL);
CREATE INDEX reminder_age ON public.reminder USING btree (sent_at);
CREATE INDEX reminder_of_person ON public.reminder USING btree (person_id, sent_at);
CREATE INDEX report_file_of_file ON public.report_file USING btree (file_id);
CREATE UNIQUE INDEX report_of_line ON public.report USING btree (institution_id, order_number, point);
CREATE INDEX report_waiting ON public.report USING btree (received_at) WHERE (status = 'reported'::text);
CREATE UNIQUE INDEX saved_audience_name ON public.saved_audience USING btree (name);
CREATE INDEX seen_event_age ON public.seen_event USING brin (seen_at);
CREATE INDEX shown_chat_due ON public.shown_chat USING btree (look_at) WHERE (look_at IS NOT NULL);
CREATE INDEX shown_chat_of_line ON public.shown_chat USING btree (institution_id, order_number, point) WHERE (institution_id IS NOT NULL);
CREATE INDEX substitute_of_person ON public.substitute USING btree (person_id, until);
CREATE INDEX teacher_confirmed ON public.teacher USING btree (institution_id) WHERE (confirmed_at IS NOT NULL);
CREATE INDEX unasked_day_age ON public.unasked_day USING btree (sent_at);
CREATE TRIGGER journal_is_append_only BEFORE DELETE OR UPDATE ON public.journal FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_journal();
CREATE TRIGGER journal_is_not_emptied BEFORE TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change_of_journal();
ALTER TABLE ONLY public.broadcast_recipient
    ADD CONSTRAINT broadcast_recipient_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES public.broadcast(id);
ALTER TABLE ONLY public.claim_code
    ADD CONSTRAINT claim_code_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.line_decision
    ADD CONSTRAINT line_decision_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(person_id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.question
    ADD CONSTRAINT question_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.reminder_mark
    ADD CONSTRAINT reminder_mark_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.report_file
    ADD CONSTRAINT report_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.evidence_file(id);
ALTER TABLE ONLY public.report_file
    ADD CONSTRAINT report_file_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.shown_chat
    ADD CONSTRAINT shown_chat_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.teacher
    ADD CONSTRAINT teacher_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES public.institution(id);
ALTER TABLE ONLY public.teacher
    ADD CONSTRAINT teacher_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(person_id);

/**
 * The envelopes of form senders, opened: whoever sent it, what comes out is a list of answers with the names and labels
 * they go by. Shapes as documented or read in the senders' sources; an unknown envelope is read by its bare fields.
 */
import { type Field, flatten } from './form-fields.ts';

export interface Answer {
  /** What the answer is called, the most telling first: technical name, label, kind of input. */
  readonly names: readonly string[];
  /** What the answer is called where people read it. */
  readonly label: string;
  readonly value: string;
}

/** @returns the answers, or `undefined` if this is not how that sender writes. */
type Reader = (fields: readonly Field[]) => readonly Answer[] | undefined;

/** Opens the envelope: the first sender whose shape it has, else the bare fields. */
export function readAnswers(fields: readonly Field[]): readonly Answer[] {
  for (const reader of readers) {
    const answers = reader(fields);
    if (answers) return answers;
  }
  return fields.map(bare);
}

/** Parts of a path that say where a value stands, not what it is. */
const positions = /^(\d+|value|values|data|payload|answer|text)$/;

/** A field without an envelope goes by its whole name, then by its last part: `names[first_name]`, `contact.email`. */
function bare({ path, value }: Field): Answer {
  const telling = path.filter((part) => !positions.test(part));
  const last = telling.at(-1);
  const parts = telling.length > 0 ? telling : path;
  const names = path.length === 1 ? path : [parts.join('.'), ...(last === undefined ? [] : [last])];
  return { names, label: parts.join('.'), value };
}

const named = (name: string, value: string | undefined): Answer[] =>
  value === undefined ? [] : [{ names: [name], label: name, value }];

const valueAt = (fields: readonly Field[], path: string): string | undefined =>
  fields.find((field) => field.path.join('.') === path)?.value;

/** The fields below a path, with what is left of theirs. */
function below(fields: readonly Field[], ...prefix: string[]): Field[] {
  return fields
    .filter(({ path }) => path.length > prefix.length && prefix.every((part, at) => path[at] === part))
    .map(({ path, value }) => ({ path: path.slice(prefix.length), value }));
}

/** Below a path, one group for each item or name. */
function groups(fields: readonly Field[], ...prefix: string[]): ReadonlyMap<string, readonly Field[]> {
  const byName = new Map<string, Field[]>();
  for (const { path, value } of below(fields, ...prefix)) {
    const [name = '', ...rest] = path;
    byName.set(name, [...(byName.get(name) ?? []), { path: rest, value }]);
  }
  return byName;
}

/** Kinds of inputs that say what the answer is, by the names their senders give them. */
const inputKinds: Readonly<Record<string, string>> = {
  email: 'email',
  INPUT_EMAIL: 'email',
  tel: 'phone',
  phone: 'phone',
  phone_number: 'phone',
  INPUT_PHONE_NUMBER: 'phone',
  textarea: 'message',
  long_text: 'message',
  TEXTAREA: 'message',
};

const kindOfInput = (kind: string | undefined): string[] => {
  const name = kind === undefined ? undefined : inputKinds[kind];
  return name === undefined ? [] : [name];
};

const present = (names: readonly (string | undefined)[]): string[] =>
  names.filter((name): name is string => name !== undefined && name !== '');

function answer(names: readonly (string | undefined)[], label: string | undefined, value: string): Answer {
  const known = present(names);
  return { names: known, label: label || (known[0] ?? ''), value };
}

/** Typeform: answers in a list, titles in the definition, hidden fields by name. A retry carries the same token. */
const typeform: Reader = (fields) => {
  if (valueAt(fields, 'event_type') !== 'form_response') return undefined;
  const titles = new Map(
    [...groups(fields, 'form_response', 'definition', 'fields').values()].map((field) => [
      valueAt(field, 'id'),
      valueAt(field, 'title'),
    ]),
  );
  const answers = [...groups(fields, 'form_response', 'answers').values()].map((given) => {
    const title = titles.get(valueAt(given, 'field.id')) ?? valueAt(given, 'field.title');
    const value = given
      .filter(({ path }) => path[0] !== 'type' && path[0] !== 'field')
      .filter(({ path }) => !['id', 'ids', 'ref', 'refs'].includes(path.at(-1) ?? ''))
      .map((field) => field.value)
      .join(', ');
    return answer([valueAt(given, 'field.ref'), title, ...kindOfInput(valueAt(given, 'type'))], title, value);
  });
  const hidden = below(fields, 'form_response', 'hidden').map(bare);
  return [...answers, ...hidden, ...named('submissionId', valueAt(fields, 'form_response.token'))];
};

/** Tally: labelled fields in a list; of a choice comes the id, its text stands beside it. */
const tally: Reader = (fields) => {
  if (valueAt(fields, 'eventType') !== 'FORM_RESPONSE') return undefined;
  const answers = [...groups(fields, 'data', 'fields').values()].map((given) => {
    const label = valueAt(given, 'label');
    const options = new Map(
      [...groups(given, 'options').values()].map((option) => [
        valueAt(option, 'id'),
        valueAt(option, 'text'),
      ]),
    );
    const files = [...groups(given, 'value').values()].flatMap((file) => present([valueAt(file, 'url')]));
    const chosen = (valueAt(given, 'value') ?? files.join(', ')).split(', ');
    const value = chosen.map((item) => options.get(item) ?? item).join(', ');
    return answer([label, ...kindOfInput(valueAt(given, 'type'))], label, value);
  });
  return [...answers, ...named('submissionId', valueAt(fields, 'data.submissionId'))];
};

/** Jotform: everything as JSON in one field, names numbered (`q3_name`); `pretty` repeats it for people. */
const jotform: Reader = (fields) => {
  const raw = valueAt(fields, 'rawRequest');
  const answers = raw === undefined ? undefined : parsed(raw);
  if (!answers) return undefined;
  const unnumbered = answers.map(({ path: [first = '', ...rest], value }) =>
    bare({ path: [first.replace(/^q\d+_/, ''), ...rest], value }),
  );
  const envelope = fields.filter(({ path }) => path[0] === 'formTitle').map(bare);
  return [...unnumbered, ...envelope, ...named('submissionId', valueAt(fields, 'submissionID'))];
};

function parsed(json: string): readonly Field[] | undefined {
  try {
    return flatten(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** Elementor in its advanced mode: `fields[email][value]` with title and type beside it. */
const elementor: Reader = (fields) => {
  const given = [...groups(fields, 'fields')].filter(([, one]) => valueAt(one, 'value') !== undefined);
  const isOne = valueAt(fields, 'form.id') !== undefined && given.length > 0;
  if (!isOne) return undefined;
  const answers = given.map(([id, one]) => {
    const title = valueAt(one, 'title');
    return answer([id, title, ...kindOfInput(valueAt(one, 'type'))], title, valueAt(one, 'value') ?? '');
  });
  const rest = fields.filter(({ path }) => !['fields', 'form', 'meta'].includes(path[0] ?? ''));
  return [...answers, ...rest.map(bare), ...named('page', valueAt(fields, 'meta.page_url.value'))];
};

/** Netlify: the values under `data`, their titles once more beside; event functions wrap it all in `payload`. */
const netlify: Reader = (wrapped) => {
  const inner = below(wrapped, 'payload');
  const fields = inner.length > 0 ? inner : wrapped;
  const isOne = valueAt(fields, 'form_name') !== undefined && valueAt(fields, 'site_url') !== undefined;
  if (!isOne) return undefined;
  const titles = new Map(
    [...groups(fields, 'ordered_human_fields').values()].map((field) => [
      valueAt(field, 'name'),
      valueAt(field, 'title'),
    ]),
  );
  const answers = below(fields, 'data').map((field) => {
    const title = titles.get(field.path[0]);
    const { names, label } = bare(field);
    return answer([...names, title], title ?? label, field.value);
  });
  return [
    ...answers,
    ...named('page', valueAt(fields, 'site_url')),
    ...named('submissionId', valueAt(fields, 'id')),
  ];
};

/** Webflow: the values by their labels under `payload.data`. */
const webflow: Reader = (fields) => {
  if (valueAt(fields, 'triggerType') !== 'form_submission') return undefined;
  return [
    ...below(fields, 'payload', 'data').map(bare),
    ...named('submissionId', valueAt(fields, 'payload.id')),
  ];
};

/** Gravity Forms: a whole entry, its fields by numbers; a name in parts is `1.3` and `1.6`. */
const gravity: Reader = (fields) => {
  const [entry, form] = [valueAt(fields, 'id'), valueAt(fields, 'form_id')];
  if (entry === undefined || form === undefined || valueAt(fields, 'date_created') === undefined) {
    return undefined;
  }
  const keys = new Set(fields.map(({ path }) => path.join('.')));
  const parts: Readonly<Record<string, string>> = { '3': 'firstName', '6': 'lastName' };
  const answers = fields
    .filter(
      ({ path }) =>
        !/^(id|form_id|date_created|date_updated|is_starred|is_read|status|currency|payment_.*|transaction_.*|post_id|created_by|source_id)$/.test(
          path[0] ?? '',
        ),
    )
    .map((field) => {
      const [, number, part = ''] = field.path.join('.').match(/^(\d+)\.([36])$/) ?? [];
      // An address has its parts under numbers too, and there is no `.1` in a name.
      const ofName = number !== undefined && keys.has(`${number}.3`) && !keys.has(`${number}.1`);
      return ofName ? answer([parts[part]], field.path.join('.'), field.value) : bare(field);
    });
  return [...answers, ...named('submissionId', `gravity-${form}-${entry}`)];
};

/** Fluent Forms: inputs by name, and a record of the submission under `__submission`. */
const fluentForms: Reader = (fields) => {
  const record = below(fields, '__submission');
  if (record.length === 0) return undefined;
  const [entry, form] = [valueAt(record, 'id'), valueAt(record, 'form_id')];
  return [
    ...fields.filter(({ path }) => path[0] !== '__submission').map(bare),
    ...named('page', valueAt(record, 'source_url')),
    ...(entry && form ? named('submissionId', `fluentform-${form}-${entry}`) : []),
  ];
};

/** A list of names and values, as scripts serialise forms. */
const nameValueList: Reader = (fields) => {
  const items = [...groups(fields).values()];
  const isOne =
    items.length > 0 &&
    items.every((item) => valueAt(item, 'name') !== undefined && item.every(({ path }) => path.length === 1));
  if (!isOne) return undefined;
  return items.map((item) => answer([valueAt(item, 'name')], undefined, valueAt(item, 'value') ?? ''));
};

const readers: readonly Reader[] = [
  typeform,
  tally,
  jotform,
  elementor,
  netlify,
  webflow,
  gravity,
  fluentForms,
  nameValueList,
];

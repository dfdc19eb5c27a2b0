import { describe, expect, test } from 'vitest';
import { email, json, read } from './a-form.ts';

const requestOf = (answers: object) => read(json({ email, name: 'Pia Blum', ...answers })).request;

describe('what a chat bot asks is nothing that the visitor says', () => {
  test.each([
    [
      { message: 'Bot: Haben Sie Gasgeruch?\nKunde: nein\nBot: Was brauchen Sie?\nKunde: Neues Bad' },
      'Neues Bad',
    ],
    [
      { message: 'Bot: Haben Sie Gasgeruch? Kunde: nein. Bot: Worum geht es? Kunde: Heizung warten' },
      'Heizung warten',
    ],
    [
      {
        Chatverlauf:
          '[10:02] Assistent: Ist es ein Notfall, z. B. Rohrbruch?\n[10:03] Besucher: Nein, ich möchte ein Angebot',
      },
      'Nein, ich möchte ein Angebot',
    ],
    [
      { message: 'MusterBot: Rohrbruch oder Gasgeruch?\nSie: ne\nMusterBot: Anliegen?\nSie: Dusche neu' },
      'Dusche neu',
    ],
    [
      { message: 'Frage: Gasgeruch?\nAntwort: nein\nFrage: Anliegen?\nAntwort: Thermostat tauschen' },
      'Thermostat tauschen',
    ],
    [
      { message: 'Agent: In case of a gas leak call 112!\nVisitor: I need a new bathroom' },
      'I need a new bathroom',
    ],
    [
      { message: '**Bot** – Haben Sie einen Rohrbruch?\n**Gast** – nein\n**Gast** – nur eine Wartung' },
      'nur eine Wartung',
    ],
    [
      {
        transcript: [
          { role: 'bot', text: 'Haben Sie Gasgeruch?' },
          { role: 'user', text: 'nein' },
          { role: 'user', text: 'Bad renovieren' },
        ],
      },
      'Bad renovieren',
    ],
    [
      {
        messages: [
          { author: 'assistant', content: 'Notfall? Rohrbruch?' },
          { author: 'visitor', content: 'Bitte um ein Angebot' },
        ],
      },
      'Bitte um ein Angebot',
    ],
  ])('%j', (answers, message) => {
    const request = requestOf(answers);
    expect(request).toMatchObject({ message, gas: false });
    expect(request.urgency).not.toBe('now');
    // The owner can read the whole.
    expect(request.extra.some(({ value }) => /gas|rohrbruch/i.test(value))).toBe(true);
  });

  test.each([
    { message: 'Bot: Haben Sie Gasgeruch?\nKunde: ja' },
    { message: 'Bot: Haben Sie Gasgeruch? Kunde: ja, stark' },
    { message: 'Bot: Worum geht es?\nKunde: Rohrbruch im Keller' },
    {
      message:
        'Assistent: Notfall?\nBesucher: nein\nAssistent: Was ist los?\nBesucher: Wasser läuft aus der Decke',
    },
    { message: 'Kunde: Meier\nMitarbeiter: Huber\nRohrbruch im Keller' },
    {
      transcript: [
        { role: 'assistant', content: 'Riechen Sie Gas?' },
        { role: 'user', content: 'Ja' },
      ],
    },
  ])('what he says or affirms counts: %j', (answers) => {
    expect(requestOf(answers).urgency).toBe('now');
  });
});

import { describe, expect, test } from 'vitest';
import { splitPeople } from '../../../domain/capture/people.ts';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, json } from './a-form.ts';

const lena = { name: 'Lena Vogt', email: 'lena@kunde.example' };
const sabine = { name: 'Sabine Huber', email: 'sabine@agentur.example', phone: '0171 5550999' };
const message = 'Bitte das Bad neu machen';

/** The people that are read in a body where nobody can be asked again. */
const contactsIn = (body: object) =>
  splitPeople(json(body)).map((fields) => {
    const read = recognise(fields, { ...context, refusesNothing: true, searchesText: true });
    if ('errors' in read) throw new Error('refused');
    return read.submission;
  });

describe('who works on a request is not who made it', () => {
  test.each<[string, object]>([
    [
      'a chat, whose author is deeper than its team',
      {
        type: 'notification_event',
        topic: 'conversation.user.created',
        data: {
          item: {
            source: { body: `<p>${message}</p>`, author: { type: 'user', id: '3', ...lena } },
            contacts: { contacts: [{ type: 'contact', id: '5' }] },
            teammates: { teammates: [{ type: 'admin', ...sabine }] },
            assignee: { type: 'admin', ...sabine },
          },
        },
      },
    ],
    [
      'two of a team',
      {
        source: { author: lena },
        teammates: [sabine, { name: 'Tom Holz', email: 'tom@agentur.example' }],
        message,
      },
    ],
    ['an admin before a user', { admin: sabine, user: lena, message }],
    ['a user before a customer', { user: sabine, customer: lena, message }],
    ['a user behind a customer', { customer: lena, user: sabine, message }],
    ['an agent before a visitor', { agent: sabine, visitor: lena, message }],
    ['an owner before a lead', { owner: sabine, lead: lena, message }],
    ['an operator before a contact', { operator: sabine, contact: lena, message }],
    ['a recipient before an author', { recipient: sabine, author: lena, body: message }],
    ['to whom it was given, before its sender', { assigned_to: sabine, sender: lena, body: message }],
    [
      'the same user under two names',
      { user: lena, conversation_message: { body: message, author: lena }, assignee: sabine },
    ],
    [
      'flat names',
      {
        agent_name: sabine.name,
        agent_email: sabine.email,
        visitor_name: lena.name,
        visitor_email: lena.email,
        message,
      },
    ],
    [
      'flat names of a ticket',
      {
        ticket_requester_name: lena.name,
        ticket_requester_email: lena.email,
        ticket_agent_name: sabine.name,
        ticket_agent_email: sabine.email,
        ticket_description: message,
      },
    ],
    [
      'kinds in a list',
      {
        participants: [
          { type: 'admin', ...sabine },
          { type: 'user', ...lena },
        ],
        message,
      },
    ],
    [
      'roles in a list',
      {
        conversation: {
          people: [
            { role: 'agent', ...sabine },
            { role: 'customer', ...lena },
          ],
        },
        message,
      },
    ],
    ['German words', { bearbeiter: sabine, kunde: lena, nachricht: message }],
    ['who is in charge in German', { zustaendig: sabine, anfragender: lena, text: message }],
  ])('%s', (_, body) => {
    const read = contactsIn(body);
    expect(read).toHaveLength(1);
    expect(read[0]?.contact).toEqual({ ...lena, language: 'de' });
    expect(read[0]?.request.message).toContain(message);
  });

  test.each<[string, object]>([
    ['user', { user: lena, message }],
    ['owner', { owner: lena, message }],
    ['creator', { creator: lena, message }],
    ['author', { author: lena, message }],
  ])('but is, where nobody else is named: %s', (_, body) => {
    expect(contactsIn(body)[0]?.contact).toMatchObject(lena);
  });

  test('and nobody of the team is written to where the customer left nothing', () => {
    const [read] = contactsIn({ visitor: { name: 'Lena Vogt' }, assignee: sabine, message });
    expect(read?.contact).toEqual({ name: 'Lena Vogt', language: 'de' });
  });

  test('a name of his own beside his address stays, though the address is that of a user', () => {
    const [read] = contactsIn({ user: { name: lena.name }, email: lena.email, message });
    expect(read?.contact).toMatchObject(lena);
  });
});

// An upstream that is not ours: @copilotkit/aimock as the endpoint of a route.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LLMock } from '@copilotkit/aimock';
import OpenAI from 'openai';
import { demarc, entry, serve } from './gateway.js';

const API_KEY = 'demarc-example-key';
const HASH = 'e45a147f3e0c3ccf9c4dce0e89395a41920e8453bcf15bfc94b7b8e81b2f36fd';
const EMAIL = 'li.na@post-haus.net';

const provider = new LLMock({ port: 0 });
let gateway;

const config = (root) => (data) => `
listen: 127.0.0.1:0
data: '${data}'
log: {create: true, publish_every: 50ms}
parties: ['${root}examples/config/companies.yaml']
callers:
  - id: phones
    api_key_sha256: [${HASH}]
    exporter: acme-us
    markets: [CN]
    default_market: CN
    channel: public
    protection: {laws: [], basis: assumed}
operator:
  routes: {CN: [simulator-qwen-cn]}
  endpoints: {simulator-qwen-cn: '${provider.url}/v1'}
`;

/** An answer that quotes what the provider was told, whatever that was. */
const quoting = (request) => ({
  content: `You wrote: ${request.messages.at(-1).content} 🙂 Is that right? 你好`,
});

before(async () => {
  provider.onMessage(/.*/s, quoting);
  await provider.start();
  gateway = await serve(config(new URL('../../../../', import.meta.url).pathname));
});

after(async () => {
  const verdict = await demarc('log', 'verify', gateway.log, '--key', gateway.key);
  await gateway.stop();
  await provider.stop();
  assert.equal(verdict.exit, 0, verdict.output);
});

const client = () => new OpenAI({ apiKey: API_KEY, baseURL: gateway.base, maxRetries: 0 });

const saying = (content) => ({ model: 'assistant', messages: [{ role: 'user', content }] });

function received() {
  const request = provider.getLastRequest();
  return { body: JSON.stringify(request.body), headers: request.headers };
}

test('a plain exchange', async () => {
  const answer = await client().chat.completions.create(saying(`plain for ${EMAIL}`));

  assert.equal(
    answer.choices[0].message.content,
    `You wrote: plain for ${EMAIL} 🙂 Is that right? 你好`,
  );
  assert.match(received().body, /plain for EMAIL_/);
  assert.ok(!received().body.includes(EMAIL));
});

test('a streamed exchange', async () => {
  const stream = client().chat.completions.stream(saying(`streamed for ${EMAIL}`));

  assert.equal(
    await stream.finalContent(),
    `You wrote: streamed for ${EMAIL} 🙂 Is that right? 你好`,
  );
  assert.match(received().body, /streamed for EMAIL_/);
  assert.ok(!received().body.includes(EMAIL));
});

test('the log says that the route was pointed elsewhere, and which attempt this was', async () => {
  await client().chat.completions.create(saying('elsewhere'));
  const attempt = received().headers['x-client-request-id'];

  const decision = await entry(gateway.log, (e) => e.attempt === attempt && e.type === 'decision');
  const outcome = await entry(gateway.log, (e) => e.attempt === attempt && e.type === 'outcome');

  assert.equal(decision.decision, 'permit');
  assert.equal(decision.route.endpoint_overridden, true);
  assert.equal(outcome.outcome, 'answered');
});

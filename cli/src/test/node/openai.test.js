// The official `openai` client for Node, unmodified, against the gateway as a newcomer starts it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import OpenAI, {
  APIError,
  AuthenticationError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai';
import { demarc, entry, serve } from './gateway.js';

const EMAIL = 'li.na@post-haus.net';
const TOOL = {
  type: 'function',
  function: {
    name: 'send_mail',
    parameters: { type: 'object', properties: { email: { type: 'string' } } },
  },
};

let gateway;

before(async () => {
  gateway = await serve();
});

after(async () => {
  const verdict = await demarc('log', 'verify', gateway.log, '--key', gateway.key);
  await gateway.stop();
  assert.equal(verdict.exit, 0, verdict.output);
});

const client = (market, options = {}) =>
  new OpenAI({
    apiKey: gateway.apiKey,
    baseURL: gateway.market(market),
    maxRetries: 0,
    ...options,
  });

const saying = (content, more = {}) => ({
  model: 'assistant',
  messages: [{ role: 'user', content }],
  ...more,
});

/** The answer put together by the client's own streaming helper. */
async function streamed(market, params) {
  return client(market).chat.completions.stream(params).finalChatCompletion();
}

test('a plain answer arrives with its personal values restored', async () => {
  const answer = await client('CN').chat.completions.create(saying(`write to ${EMAIL}`));
  const { content } = answer.choices[0].message;

  assert.match(content, /simulator-qwen-cn/);
  assert.ok(content.includes(EMAIL));
  assert.equal(answer.choices[0].finish_reason, 'stop');
});

test('a streamed answer arrives with its personal values restored, in many pieces', async () => {
  const stream = await client('CN').chat.completions.create(
    saying(`stream to ${EMAIL}`, { stream: true, stream_options: { include_usage: true } }),
  );
  let text = '';
  let pieces = 0;
  let usage;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta?.content ?? '';
    pieces += 1;
    usage = chunk.usage ?? usage;
  }

  assert.ok(text.includes(EMAIL), text);
  assert.ok(pieces > 5);
  assert.ok(usage.total_tokens > 0);
});

test('the log says that pseudonyms went out and came back', async () => {
  await client('CN').chat.completions.create(saying(`count ${EMAIL}`));

  const outcome = await entry(gateway.log, (e) => e.type === 'outcome' && e.restored > 0);
  const decision = await entry(gateway.log, (e) => e.attempt === outcome.attempt);

  assert.equal(outcome.outcome, 'answered');
  assert.equal(decision.decision, 'permit');
  assert.equal(decision.pseudonymised['contact.email'], 1);
});

for (const [name, ask] of [
  ['plain', (params) => client('CN').chat.completions.create(params)],
  ['streamed', (params) => streamed('CN', params)],
]) {
  test(`a ${name} tool call arrives with restored arguments`, async () => {
    const answer = await ask(saying(`send a mail to ${EMAIL}`, { tools: [TOOL] }));
    const [call] = answer.choices[0].message.tool_calls;

    assert.equal(call.function.name, 'send_mail');
    assert.deepEqual(JSON.parse(call.function.arguments), { email: EMAIL });
  });
}

test('the tool runner of the client runs the tool on the value itself', async () => {
  const called = [];
  const runner = client('CN').chat.completions.runTools(
    saying(`send a mail to ${EMAIL}`, {
      tools: [
        {
          type: 'function',
          function: {
            ...TOOL.function,
            parse: JSON.parse,
            function: ({ email }) => {
              called.push(email);
              return `sent to ${email}`;
            },
          },
        },
      ],
    }),
  );

  assert.ok((await runner.finalContent()).includes(`sent to ${EMAIL}`));
  assert.deepEqual(called, [EMAIL]);
});

test('the base URL alone chooses the market, and so does the header', async () => {
  const us = await client('US').chat.completions.create(saying('where am I?'));
  const cn = await client('US', {
    baseURL: gateway.base,
    defaultHeaders: { 'Demarc-Market': 'CN' },
  }).chat.completions.create(saying('where am I?'));

  assert.match(us.choices[0].message.content, /simulator-openai-us/);
  assert.match(cn.choices[0].message.content, /simulator-qwen-cn/);
});

for (const stream of [false, true]) {
  test(`a refusal is a PermissionDeniedError with rule and code, stream: ${stream}`, async () => {
    const refused = client('CN', { defaultHeaders: { 'Demarc-Subject-Protection': 'EU' } });

    await assert.rejects(refused.chat.completions.create(saying('hello', { stream })), (error) => {
      assert.ok(error instanceof PermissionDeniedError);
      assert.equal(error.status, 403);
      assert.equal(error.code, 'transfer_not_permitted');
      assert.equal(error.type, 'permission_error');
      assert.match(error.message, /No route may receive this request.*simulator-qwen-cn.*POLICY/s);
      assert.equal(error.error.demarc.routes[0].route, 'simulator-qwen-cn');
      assert.ok(error.requestID);
      assert.ok(error.headers.get('demarc-receipt'));
      return true;
    });
  });
}

test('an unknown model is a NotFoundError that names the permitted models', async () => {
  await assert.rejects(
    client('CN').chat.completions.create(saying('hello', { model: 'gpt-77' })),
    (error) => {
      assert.ok(error instanceof NotFoundError);
      assert.equal(error.code, 'model_not_found');
      assert.match(error.message, /assistant/);
      return true;
    },
  );
});

test('a wrong key is an AuthenticationError', async () => {
  await assert.rejects(
    client('CN', { apiKey: 'demarc-wrong-key' }).chat.completions.create(saying('hello')),
    (error) => {
      assert.ok(error instanceof AuthenticationError);
      assert.equal(error.code, 'invalid_api_key');
      return true;
    },
  );
});

test('the model list holds what the market permits', async () => {
  const models = async (market) => (await client(market).models.list()).data.map((m) => m.id);

  assert.ok((await models('US')).includes('assistant'));
  assert.ok((await models('CN')).includes('assistant'));
  assert.equal((await client('CN').models.retrieve('assistant')).id, 'assistant');
});

test('a stream that breaks off throws, and no answer is made of it', async () => {
  const broken = saying('[[simulator: cut=3]] hello', { stream: true });
  let finished;

  await assert.rejects(
    async () => {
      for await (const chunk of await client('CN').chat.completions.create(broken)) {
        finished = chunk.choices[0]?.finish_reason ?? finished;
      }
    },
    (error) => {
      assert.ok(error instanceof APIError);
      assert.match(error.message, /broke off/);
      return true;
    },
  );
  assert.equal(finished, undefined);
  await assert.rejects(streamed('CN', saying('[[simulator: cut=3]] helper')));
});

test('a limit of the provider is a RateLimitError, and the client tries again by itself', async () => {
  const limited = saying('[[simulator: 429=1]] hello');

  await assert.rejects(client('CN').chat.completions.create(limited), (error) => {
    assert.ok(error instanceof RateLimitError);
    assert.equal(error.headers.get('retry-after'), '1');
    return true;
  });
});

test('a client that aborts is recorded as one that left', async () => {
  const controller = new AbortController();
  const stream = await client('CN').chat.completions.create(
    saying('[[simulator: stall=4]] never mind', { stream: true }),
    { signal: controller.signal },
  );
  for await (const _ of stream) {
    controller.abort();
  }

  await entry(gateway.log, (e) => e.type === 'outcome' && e.outcome === 'client_left');
});

test('APIs that are not offered say so in their own shape', async () => {
  await assert.rejects(
    client('US').responses.create({ model: 'assistant', input: 'hello' }),
    (error) => {
      assert.ok(error instanceof NotFoundError);
      assert.equal(error.code, 'not_offered');
      return true;
    },
  );
});

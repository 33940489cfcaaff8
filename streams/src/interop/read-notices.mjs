// SPDX-License-Identifier: Apache-2.0
//
// Reads compliance-notices with clients that Whence did not write: kafkajs, and the deserializer of Confluent's
// @confluentinc/schemaregistry. Prints one line a notice.
//
// To try it, start `streams/bin/whence quickstart`, which prints the addresses of its broker and registry, and in
// another terminal, with Node.js 18 or newer:
//
//   cd streams/src/interop
//   npm ci --ignore-scripts
//   node read-notices.mjs --bootstrap 127.0.0.1:9092 --registry http://127.0.0.1:8081/apis/ccompat/v7 --expect 3
//
// Options: --bootstrap HOST:PORT[,HOST:PORT...], --registry URL, --topic NAME, --expect N (default 1),
// --timeout SECONDS (default 60).
//
// Exit code: 0 when N notices were read and each names its regions, 1 when not, 2 wrong usage.

import { parseArgs } from 'node:util';
import { randomUUID } from 'node:crypto';
import schemaregistry from '@confluentinc/schemaregistry';
import kafkajs from 'kafkajs';

const { AvroDeserializer, SchemaRegistryClient, SerdeType } = schemaregistry;
const { Kafka, logLevel } = kafkajs;

function fail(code, message) {
  console.error(`read-notices: ${message}`);
  process.exit(code);
}

function wholeNumber(name, text) {
  if (!/^[1-9][0-9]*$/.test(text)) fail(2, `--${name} ${text}: not a whole number above 0`);
  return Number(text);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        bootstrap: { type: 'string', default: '127.0.0.1:9092' },
        registry: { type: 'string', default: 'http://127.0.0.1:8081/apis/ccompat/v7' },
        topic: { type: 'string', default: 'compliance-notices' },
        expect: { type: 'string', default: '1' },
        timeout: { type: 'string', default: '60' },
      },
    });
    return {
      ...values,
      expect: wholeNumber('expect', values.expect),
      timeout: wholeNumber('timeout', values.timeout),
    };
  } catch (wrong) {
    return fail(2, wrong.message);
  }
}

// Text of a notice is not trusted to leave the terminal alone.
function printable(text) {
  return String(text).replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}

function line(key, notice) {
  const regions = notice.regions.map((region) => region.region).join(',');
  const requests = notice.regions.reduce((sum, region) => sum + Number(region.requests), 0);
  const probability = notice.probability.toFixed(4);
  return printable(`${key} ${notice.kind} ${regions} ${requests} ${probability} ${notice.summary}`);
}

const { bootstrap, registry, topic, expect, timeout } = options();
const deserializer = new AvroDeserializer(new SchemaRegistryClient({ baseURLs: [registry] }), SerdeType.VALUE, {});
const kafka = new Kafka({ clientId: 'read-notices', brokers: bootstrap.split(','), logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `read-notices-${randomUUID()}`, readUncommitted: false });

let read = 0;
let withoutRegions = 0;
let late;

async function take({ message }) {
  if (read === expect) return;
  const notice = await deserializer.deserialize(topic, message.value);
  read += 1;
  if (notice.regions.length === 0) withoutRegions += 1;
  console.log(line(message.key, notice));
}

const enough = new Promise((resolve, reject) => {
  late = setTimeout(() => reject(new Error(`read ${read} of ${expect} notices in ${timeout} s`)), timeout * 1000);
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  const eachMessage = async (record) => {
    try {
      await take(record);
    } catch (unreadable) {
      reject(unreadable);
    }
    if (read === expect) resolve();
  };
  consumer
    .connect()
    .then(() => consumer.subscribe({ topics: [topic], fromBeginning: true }))
    .then(() => consumer.run({ autoCommit: false, eachMessage }))
    .catch(reject);
});

try {
  await enough;
} catch (cause) {
  fail(1, cause.message);
} finally {
  clearTimeout(late);
}
await consumer.disconnect();
if (withoutRegions > 0) fail(1, `${withoutRegions} of ${read} notices name no region`);
console.log(`${read} notices read, each with its regions`);

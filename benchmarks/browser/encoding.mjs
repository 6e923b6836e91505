/** What a browser's engine takes for typical messages in CBOR, beside JSON: medians of rounds that take turns. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [folder, rounds = "40"] = process.argv.slice(2);
const read = (name) => readFileSync(`${folder}/${name}`);

const messages = ["UPDATE", "PATCH", "SNAPSHOT", "EVENT"].map((name) => {
  const [text, binary] = [read(name + ".json"), read(name + ".cbor")];
  return { name, text: text.toString(), binary: new Uint8Array(binary).buffer, bytes: [text.length, binary.length], gzip: [gzipSync(text).length, gzipSync(binary).length] };
});

// As in a browser: without what Node alone has, and with what it lacks
const { Buffer, WebSocket } = globalThis;
globalThis.WebSocket = WebSocket ?? class {};
delete globalThis.Buffer;
const { codec } = await import("../../src/main/webapp/hjx/cbor.js");
globalThis.Buffer = Buffer;

/** Microseconds for one run, over at least 20 ms. */
function time(work) {
  const begin = process.hrtime.bigint();
  let runs = 0;
  let spent;
  do {
    for (let i = 0; i < 20; i++) work();
    runs += 20;
    spent = Number(process.hrtime.bigint() - begin);
  } while (spent < 20e6);
  return spent / runs / 1000;
}

const median = (times) => times.sort((one, other) => one - other)[times.length >> 1];

console.log("message   bytes JSON, CBOR    gzip JSON, CBOR    microseconds JSON, CBOR, ratio");
for (const { name, text, binary, bytes, gzip } of messages) {
  const value = JSON.parse(text);
  const works = name === "EVENT"
    ? [() => JSON.stringify(value), () => codec.stringify(value)]
    : [() => JSON.parse(text), () => codec.parse(binary)];
  works.forEach(time); // warm
  const times = works.map(() => []);
  for (let round = 0; round < Number(rounds); round++) works.forEach((work, i) => times[i].push(time(work)));
  const [json, cbor] = times.map(median);
  console.log(name.padEnd(9), ...bytes, "  ", ...gzip, "  ", json.toFixed(2), cbor.toFixed(2), (cbor / json).toFixed(2));
}

// Asks the server what each line of the input says, as a JSON list of type and payload, and writes what happens, a JSON
// list in a line: states, answers, refusals, and what the server has sent by itself. Ends with the input.
// Arguments: the package's module, the address, the source.
import { createInterface } from "node:readline";

const [module, url, source] = process.argv.slice(2);
const { WebSocketClient } = await import(module);
const client = new WebSocketClient(url, source);
const say = (...what) => console.log(JSON.stringify(what));

for (const state of ["open", "reconnecting", "closed"]) client.on(state, () => say("state", state));
client.on("question", async (payload) => {
  say("heard", "question", payload);
  return "fine";
});
client.on("chat-message", (payload) => {
  if (payload.sender === source) say("heard", "chat-message", payload.message);
});

const waiting = [];
for await (const line of createInterface({ input: process.stdin })) {
  const [type, payload] = JSON.parse(line);
  waiting.push(
    client.request(type, payload, 120_000).then(
      (answer) => say("answer", answer ?? null),
      (error) => say("refusal", error.code),
    ),
  );
}
await Promise.all(waiting);
client.close();

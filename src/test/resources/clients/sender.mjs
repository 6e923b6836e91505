// Sends numbers as fast as the queue takes them and says what became of each, until the input ends.
// Arguments: the package's module, the address, the source, the longest wait between two attempts.
const [module, url, source, maxDelay] = process.argv.slice(2);
const { WebSocketClient } = await import(module);
const client = new WebSocketClient(url, source, { maxDelay: Number(maxDelay) });
let waiting = 0;
let most = 0;
let stopped = false;

client.on("question", (number) => number * 2);

process.stdin.resume();
process.stdin.on("end", () => (stopped = true));

const settled = new EventTarget();
for (let number = 0; !stopped; number++) {
  const answer = client.request("number", number, 60_000);
  most = Math.max(most, ++waiting);
  answer
    .then(
      () => console.log(`done ${number}`),
      (error) => console.log(`${error.code} ${number}`),
    )
    .finally(() => {
      waiting--;
      settled.dispatchEvent(new Event("settled"));
    });
  if (waiting >= 256) await new Promise((go) => settled.addEventListener("settled", go, { once: true }));
  // Now and then others have their turn
  if (number % 16 === 0) await new Promise(setImmediate);
}
while (waiting > 0) await new Promise((go) => settled.addEventListener("settled", go, { once: true }));
client.close();
console.log(`most ${most}`);

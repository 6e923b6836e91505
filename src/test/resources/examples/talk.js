import { WebSocketClient } from "./websocket-client.js";

const status = document.querySelector("#status");
const lines = document.querySelector("#lines");
const name = "guest-" + crypto.getRandomValues(new Uint32Array(1))[0];
const client = new WebSocketClient("messages", name);

client.on("open", () => (status.textContent = `You are ${name}.`));
client.on("reconnecting", () => (status.textContent = "Not connected; trying again…"));

client.on("chat-message", ({ sender, message }) => {
  const line = document.createElement("p");
  line.textContent = `${sender}: ${message}`;
  lines.append(line);
  if (lines.childElementCount > 200) lines.firstElementChild.remove();
});

document.querySelector("#say").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const message = form.message.value;
  form.reset();
  try {
    await client.send("chat-message", { message });
  } catch (error) {
    status.textContent = `That was not sent: ${error.message}`;
  }
});

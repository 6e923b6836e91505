const list = document.querySelector("#notifications");

document.querySelector("hjx-component").addEventListener("hjx:notification", ({ detail }) => {
  const line = document.createElement("p");
  line.textContent = detail.text;
  list.prepend(line);
  if (list.childElementCount > 20) list.lastElementChild.remove();
});

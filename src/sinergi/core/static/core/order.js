// What stands in an order can be dragged to another place in its list. The buttons of
// each do the same without a mouse, and without this file.
"use strict";

for (const list of document.querySelectorAll("[data-order]")) {
  const form = document.getElementById(list.dataset.order);
  if (!form) continue;
  const items = () => [...list.querySelectorAll(":scope > [data-key]")];
  const order = () => items().map((item) => item.dataset.key).join();
  const first = order();
  let dragged = null;

  for (const item of items()) {
    item.draggable = true;
    item.addEventListener("dragstart", (event) => {
      dragged = item;
      item.classList.add("is-dragged");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", item.dataset.key);
    });
    item.addEventListener("dragover", (event) => {
      if (!dragged) return; // it comes from another list
      event.preventDefault();
      if (dragged === item) return;
      const box = item.getBoundingClientRect();
      const after = event.clientY > box.top + box.height / 2;
      item[after ? "after" : "before"](dragged);
    });
    item.addEventListener("dragend", () => {
      item.classList.remove("is-dragged");
      dragged = null;
      if (order() === first) return;
      form.elements.order.value = order();
      form.submit();
    });
  }
}

// Shows what the server sends while no page is open: how many things wait, and a way to them. It keeps nothing.
self.addEventListener('push', (event) => {
  const { title, link } = event.data?.json() ?? {};
  if (title) event.waitUntil(self.registration.showNotification(title, { tag: 'rangkul', data: { link } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const link = event.notification.data?.link;
  // Only a page of this server is opened, whatever the message says.
  const path = link ? new URL(link, self.location.origin).pathname : '/';
  event.waitUntil(self.clients.openWindow(path));
});

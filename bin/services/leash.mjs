// Preloaded into every process that `npm start` brings up: when its starter is killed, the channel breaks and it ends too.
// Without this a killed starter would leave a web server on the port that the next start wants.
// Children of such a process inherit this preload; their channels are not ours to touch.
if (process.channel && process.env.LEASH_HOLDER === String(process.ppid)) {
  process.on("disconnect", () => {
    process.emit("SIGTERM");
    setTimeout(() => process.exit(0), 3_000).unref();
  });
  process.channel.unref();
}

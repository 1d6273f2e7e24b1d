"""A real diakinisi-server in a folder of its own, with a small municipality in it."""
import os
import subprocess
import time

from tools import BenchFailed, run

PASSWORD = "bench-Πέτρα-2026"
ADMINISTRATOR = "administrator"
ORGANISATION = "Bench-2026"  # stands in the main window's title, by which it is known
# No limits by rate: all desks of a bench sit at one address.
LIMITS = "requests-per-second-per-address = 0\nrequests-per-second-per-person = 0\n"


class Server:
    def __init__(self, programs, folder):
        self.programs, self.folder = programs, folder
        self.data = os.path.join(folder, "server")
        self.ca = os.path.join(self.data, "tls", "ca.crt")
        self.password_file = os.path.join(folder, "password")
        self.process, self.url = None, ""

    def __enter__(self):
        with open(self.password_file, "w", encoding="utf-8") as file:
            file.write(PASSWORD)
        run(self.programs.product("diakinisi-server"), "init", "--data", self.data, "--organisation", ORGANISATION, "--login",
            ADMINISTRATOR, "--password-file", self.password_file, "--listen", "127.0.0.1", "--port", "0")
        with open(os.path.join(self.data, "diakinisi-server.conf"), "a", encoding="utf-8") as file:
            file.write(LIMITS)
        try:
            self._start()
            run(self.programs.tool("bench_office"), *self.access(ADMINISTRATOR))
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        port_file = os.path.join(self.folder, "port")
        self.log = open(os.path.join(self.folder, "server.log"), "wb")
        self.process = subprocess.Popen([self.programs.product("diakinisi-server"), "run", "--data", self.data, "--port-file", port_file],
                                        stdout=self.log, stderr=self.log)
        begun = time.monotonic()
        while not os.path.exists(port_file):
            if self.process.poll() is not None or time.monotonic() - begun > 60:
                with open(self.log.name, encoding="utf-8", errors="replace") as log:
                    raise BenchFailed("the server did not come up: " + log.read()[-500:])
            time.sleep(0.01)
        with open(port_file, encoding="ascii") as file:
            self.url = f"https://localhost:{file.read().strip()}"

    def __exit__(self, *_):
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()

    def access(self, login):
        """What every bench program is told of the server."""
        return ["--server", self.url, "--ca", self.ca, "--user", login, "--password-file", self.password_file]

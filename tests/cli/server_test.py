# SPDX-License-Identifier: GPL-3.0-or-later
"""The headless program as a service manager sees it."""

import os
import signal
import socket
import subprocess
import unittest
import urllib.request

import bench


class Server(bench.Bench):
    def start_server(self, *words, environment=None):
        process = self.popen("--server", *words, environment=environment, stderr=subprocess.PIPE)
        self.lines = []
        while True:
            line = process.stderr.readline()
            self.assertTrue(line, "".join(self.lines))
            self.lines.append(line)
            if "listening on" in line:
                return process, line.split("listening on ")[1].strip().strip('"\\')

    def test_B29_TERM_ends_cleanly(self):
        self.start_engine()
        process, address = self.start_server("--listen", ":0")
        with urllib.request.urlopen("http://%s/healthz" % address, timeout=bench.DEADLINE) as reply:
            self.assertEqual(reply.status, 200)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(bench.DEADLINE), 0)

    def test_B29_HUP_a_hundred_times_with_good_and_broken_settings(self):
        self.start_engine()
        self.write_settings('{"hosts": [{"id": "local", "address": "local"}]}')
        process, address = self.start_server("--listen", ":0")
        for turn in range(100):
            if turn % 25 == 10:
                self.write_settings('{"hosts": [')
            if turn % 25 == 20:
                self.write_settings('{"hosts": []}')
            process.send_signal(signal.SIGHUP)
        with urllib.request.urlopen("http://%s/healthz" % address, timeout=bench.DEADLINE) as reply:
            self.assertEqual(reply.status, 200)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(bench.DEADLINE), 0)

    def test_B28_a_port_in_use_is_69_and_names_the_address(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            result = self.run_program("--listen", "127.0.0.1:%d" % port)
            self.expect(result, 69, str(port))
            self.expect(self.run_program(environment=dict(self.environment, PORT=str(port))), 69, str(port))
            other_port = dict(self.environment, PORT=str(port), MEDIAHELM_SERVER_PORT="0")
            self.expect(self.run_program("--check-config", environment=other_port), 0)

    def test_B28_an_address_that_is_not_here_is_69(self):
        token = self.token_file()
        self.expect(self.run_program("--listen", "192.0.2.1:0", "--token-file", token), 69, "192.0.2.1")

    def token_file(self, mode=0o600):
        path = os.path.join(self.folder, "token")
        with open(path, "w", encoding="utf-8") as out:
            out.write("0123456789abcdef0123456789abcdef\n")
        os.chmod(path, mode)
        return path

    def test_without_a_token_it_listens_on_loopback_alone(self):
        self.expect(self.run_program("--listen", "0.0.0.0:0"), 78, "token")
        self.expect(self.run_program(environment=dict(self.environment, HOST="0.0.0.0", PORT="0")), 78, "token")
        self.expect(self.run_program("--check-config", "--listen", "0.0.0.0:0"), 78, "token")
        token = self.token_file()
        self.expect(self.run_program("--check-config", "--listen", "0.0.0.0", "--token-file", token), 0)
        by_variable = dict(self.environment, HOST="0.0.0.0", MEDIAHELM_TOKEN_FILE=token)
        self.expect(self.run_program("--check-config", environment=by_variable), 0)
        self.expect(self.run_program("--check-config", "--token-file", self.token_file(0o644)), 78)

    def test_check_config_names_what_is_wrong(self):
        self.expect(self.run_program("--check-config"), 0)
        self.expect(self.run_program("--check-config", environment=dict(self.environment, PORT="99999")), 78, "PORT")
        self.expect(self.run_program("--check-config", "--listen", "127.0.0.1:x"), 78, "--listen")
        self.write_settings('{\n "server": {"port": "3000"}\n}')
        self.expect(self.run_program("--check-config"), 78, "settings.json:2:")

    def test_B14_the_last_good_copy_stands_in(self):
        self.write_settings('{"hosts": []}')
        self.expect(self.run_program("--check-config"), 0)
        self.write_settings('{"hosts": [')
        self.expect(self.run_program("--check-config"), 78)
        process, _ = self.start_server("--listen", ":0")
        self.assertIn("last good copy", "".join(self.lines))
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(bench.DEADLINE), 0)

    def test_B34_no_environment_at_all(self):
        process, _ = self.start_server("--listen", ":0", environment={})
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(bench.DEADLINE), 0)

    def test_log_lines_are_key_and_value_and_fit_the_journal(self):
        self.start_server("--listen", ":0")
        for line in self.lines:
            self.assertRegex(line, r'^time=\S+Z level=\w+ category=mediahelm\.\S+ msg=".*"$')
        reader, writer = os.pipe()
        status = os.fstat(writer)
        environment = dict(self.environment, JOURNAL_STREAM="%d:%d" % (status.st_dev, status.st_ino))
        process = subprocess.Popen([bench.SERVER, "--listen", "0.0.0.0:0"], env=environment, stderr=writer)
        os.close(writer)
        with os.fdopen(reader) as lines:
            self.assertRegex(lines.readline(), r'^<3>category=mediahelm\.headless msg=')
        self.assertEqual(process.wait(bench.DEADLINE), 78)


if __name__ == "__main__":
    unittest.main()

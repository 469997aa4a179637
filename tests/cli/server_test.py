# SPDX-License-Identifier: GPL-3.0-or-later
"""The headless program as a service manager sees it."""

import json
import os
import signal
import socket
import subprocess
import time
import unittest
import urllib.error
import urllib.request

import bench


class Server(bench.Bench):
    def test_B29_TERM_ends_cleanly(self):
        self.start_engine()
        process, address = self.start_server("--listen", ":0")
        with urllib.request.urlopen("http://%s/healthz" % address, timeout=bench.DEADLINE) as reply:
            self.assertEqual(reply.status, 200)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(bench.DEADLINE), 0)

    def test_B29_a_second_TERM_ends_at_once_though_a_client_holds_on(self):
        process, address = self.start_server("--listen", ":0")
        host, port = address.rsplit(":", 1)
        with socket.create_connection((host, int(port)), bench.DEADLINE) as client:
            client.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n")
            self.assertIsNone(process.poll())
            process.send_signal(signal.SIGTERM)
            while "ending" not in process.stderr.readline():
                pass
            process.send_signal(signal.SIGTERM)
            self.assertIn(process.wait(bench.DEADLINE), (0, 128 + 15, -15))  # ended, told to end, or just so

    def test_B29_it_ends_in_time_though_a_client_holds_on(self):
        process, address = self.start_server("--listen", ":0")
        host, port = address.rsplit(":", 1)
        with socket.create_connection((host, int(port)), bench.DEADLINE) as client:
            client.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n")
            begun = time.monotonic()
            process.send_signal(signal.SIGTERM)
            self.assertEqual(process.wait(bench.DEADLINE), 0)
            self.assertLess(time.monotonic() - begun, 12)

    def test_B01_an_engine_that_comes_is_noticed(self):
        token = self.token_file()
        self.environment["DOCKER_HOST"] = "unix://" + os.path.join(self.folder, "engine.sock")
        _, address = self.start_server("--listen", ":0", "--token-file", token)
        bench.wait_until(lambda: self.hosts(address)[0]["problem"] == "noEngine", "the reason is known")
        host = self.hosts(address)[0]
        self.assertEqual(host["connection"], "reconnecting")
        self.assertIn("systemctl start docker", host["remedy"])
        bench.wait_until(lambda: self.hosts(address)[0]["failed_attempts"] >= 4, "it goes on trying")
        self.start_engine()
        begun = time.monotonic()
        bench.wait_until(lambda: self.hosts(address)[0]["connection"] == "connected", "it is noticed")
        self.assertLess(time.monotonic() - begun, 4)  # 2 s, and what a busy machine takes

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

    def test_B28_a_low_port_is_77_and_names_the_address(self):
        result = self.alone_in_a_network("--listen", "127.0.0.1:80")
        self.expect(result, 77, "127.0.0.1:80")
        self.assertIn("not permitted", result.stderr)

    def test_B28_without_IPv6_its_addresses_are_69(self):
        result = self.alone_in_a_network("--listen", "[::1]:0", before="echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6")
        self.expect(result, 69, "[::1]:0")

    def test_B28_an_interface_is_no_address(self):
        for name in ("eth9", "wlan0:8080", "nas.example", "256.0.0.1", "::1::"):
            for more in ([], ["--check-config"]):
                result = self.run_program("--listen", name, *more)
                self.expect(result, 78)
                self.assertIn(name.split(":8")[0], result.stderr)

    def test_B28_an_interface_that_goes_away_ends_nothing(self):
        script = """
            ip link add mh0 type veth peer name mh1 && ip addr add 10.99.0.1/24 dev mh0 && ip link set mh0 up || exit 99
            "$@" & pid=$!
            until grep -q 0100630A:1F90 /proc/net/tcp || ! kill -0 $pid; do sleep 0.05; done
            ip link del mh0; kill -0 $pid || exit 98
            kill -TERM $pid; wait $pid
        """
        result = self.alone_in_a_network("--listen", "10.99.0.1:8080", "--token-file", self.token_file(),
                                         before=script, root=True)
        if result.returncode == 99:
            self.skipTest("SKIPPED: no interface can be made here")
        self.expect(result, 0)

    def alone_in_a_network(self, *words, before="", root=False):
        """The server in a network namespace that has a loopback alone, as nobody, so that low ports are not its own."""
        if os.geteuid() != 0 or self.run_program("-n", "true", program="unshare").returncode != 0:
            self.skipTest("SKIPPED: network namespaces cannot be made here")
        drop = [] if root else ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all",
                                "--bounding-set=-all"]
        script = "ip link set lo up; " + (before if root else before + '\nexec "$@"')
        os.chmod(self.folder, 0o755)
        return self.run_program("-n", "sh", "-c", script, "sh", *drop, bench.SERVER, *words, program="unshare")

    def test_without_a_token_it_listens_on_loopback_alone(self):
        self.expect(self.run_program("--listen", "0.0.0.0:0"), 78, "token")
        self.expect(self.run_program(environment=dict(self.environment, HOST="0.0.0.0", PORT="0")), 78, "token")
        self.expect(self.run_program("--check-config", "--listen", "0.0.0.0:0"), 78, "token")
        token = self.token_file()
        self.expect(self.run_program("--check-config", "--listen", "0.0.0.0", "--token-file", token), 0)
        by_variable = dict(self.environment, HOST="0.0.0.0", MEDIAHELM_TOKEN_FILE=token)
        self.expect(self.run_program("--check-config", environment=by_variable), 0)
        self.expect(self.run_program("--check-config", "--token-file", self.token_file(0o644)), 78)

    def listening(self, *words, **variables):
        """Where the server listens, told with these flags and variables beside the settings file of the test."""
        process, address = self.start_server(*words, environment=dict(self.environment, **variables))
        process.terminate()
        self.assertEqual(process.wait(bench.DEADLINE), 0)
        return address.rsplit(":", 1)[0], int(address.rsplit(":", 1)[1])

    def test_a_flag_counts_more_than_a_variable_and_that_more_than_the_file(self):
        def free_port():
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                return probe.getsockname()[1]
        file, plain, own, flag = (free_port() for _ in range(4))
        self.assertEqual(self.listening("--listen", ":%d" % flag), ("127.0.0.1", flag))
        self.write_settings(json.dumps({"server": {"port": file, "host": "127.0.0.1"}}))
        self.assertEqual(self.listening()[1], file)
        self.assertEqual(self.listening(PORT=str(plain))[1], plain)
        self.assertEqual(self.listening(PORT=str(plain), MEDIAHELM_SERVER_PORT=str(own))[1], own)
        self.assertEqual(self.listening("--listen", str(flag), PORT=str(plain), MEDIAHELM_SERVER_PORT=str(own))[1], flag)
        self.assertEqual(self.listening("--listen", "localhost:%d" % flag, HOST="0.0.0.0")[1], flag)
        self.assertEqual(self.listening(HOST="::1", PORT=str(plain))[0], "[::1]")

    def test_the_service_manager_is_told(self):
        path = os.path.join(self.folder, "notify")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(path)
            manager.settimeout(bench.DEADLINE)

            def hears(word):
                while True:
                    text = manager.recv(4096).decode()
                    if word in text:
                        return text
            self.write_settings("{}")
            process, address = self.start_server("--listen", ":0", environment=dict(
                self.environment, NOTIFY_SOCKET=path, WATCHDOG_USEC="400000"))
            self.assertIn(address, hears("STATUS="))
            hears("READY=1")
            hears("WATCHDOG=1")
            process.send_signal(signal.SIGHUP)
            self.assertRegex(hears("RELOADING=1"), r"MONOTONIC_USEC=\d+")
            hears("READY=1")
            process.send_signal(signal.SIGSTOP)  # one that hangs says nothing
            manager.settimeout(0.1)
            with self.assertRaises(TimeoutError):
                while True:
                    manager.recv(4096)
            manager.settimeout(1.2)
            with self.assertRaises(TimeoutError):
                manager.recv(4096)
            manager.settimeout(bench.DEADLINE)
            process.send_signal(signal.SIGCONT)
            hears("WATCHDOG=1")
            process.terminate()
            hears("STOPPING=1")
            self.assertEqual(process.wait(bench.DEADLINE), 0)

    def test_HUP_takes_new_hosts_and_the_new_token(self):
        token = self.token_file()
        self.write_settings('{"hosts": []}')
        process, address = self.start_server("--listen", ":0", "--token-file", token)
        self.assertEqual(self.hosts(address), [])
        engine = self.start_engine()
        self.write_settings(json.dumps({"hosts": [{"id": "box", "address": engine.address}]}))
        process.send_signal(signal.SIGHUP)
        bench.wait_until(lambda: [host["connection"] for host in self.hosts(address)] == ["connected"], "the host is there")
        with open(token, "w", encoding="utf-8") as out:
            out.write("another-token-that-is-long-enough\n")
        process.send_signal(signal.SIGHUP)

        def refused():
            try:
                return self.hosts(address) is None
            except urllib.error.HTTPError as error:
                return error.code == 401
        bench.wait_until(refused, "the old token is refused")

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
        sanitizers = {name: value for name, value in self.environment.items() if name.endswith("SAN_OPTIONS")}
        process, _ = self.start_server("--listen", ":0", environment=sanitizers)
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

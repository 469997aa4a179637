# SPDX-License-Identifier: GPL-3.0-or-later
"""S29: what comes from outside, on its way to a terminal, a pipe, a log or a list of JSON."""

import json
import re
import subprocess
import unittest

import bench

ESC = b"\x1b"
# What a container may print, and what of it a terminal may be given (None: whatever is harmless).
CORPUS = {
    "colours": (ESC + b"[31mred" + ESC + b"[0m", b"red"),
    "clear the screen": (b"a" + ESC + b"[2J" + ESC + b"[Hb", b"ab"),
    "move up and overwrite": (ESC + b"[1A" + ESC + b"[2Kroot logged in", b"root logged in"),
    "title": (ESC + b"]0;owned\x07text", b"text"),
    "title that answers as typed text": (ESC + b"]0;rm -rf ~\x07" + ESC + b"[21tx", b"x"),
    "device status report": (ESC + b"[6n" + ESC + b"[c" + ESC + b"Zx", b"x"),
    "link (OSC 8)": (ESC + b"]8;;http://evil.example/" + ESC + b"\\docs" + ESC + b"]8;;" + ESC + b"\\", b"docs"),
    "clipboard (OSC 52)": (ESC + b"]52;c;cm0gLXJmIH4=\x07ok", b"ok"),
    "clipboard in C1": ("\u009d52;c;cm0gLXJmIH4=\u009cok".encode(), b"ok"),
    "OSC left open": (b"a" + ESC + b"]52;c;cm0g", b"a"),
    "DCS": (ESC + b"P$q\"p" + ESC + b"\\x", b"x"),
    "APC and PM": (ESC + b"_Gf=24;AAAA" + ESC + b"\\" + ESC + b"^pm" + ESC + b"\\x", b"x"),
    "charset": (ESC + b"(0qqq" + ESC + b"(B", b"qqq"),
    "reset": (ESC + b"cx", b"x"),
    "8-bit CSI in UTF-8": ("\u009b31mx".encode(), b"x"),
    "8-bit CSI as a byte": (b"\x9b31mx", "\ufffd31mx".encode()),
    "other C1": ("a\u0085b\u0090q\u009cc".encode(), b"abc"),
    "doubled escape": (ESC + ESC + b"[31mx", b"x"),
    "escape at the end": (b"x" + ESC, b"x"),
    "CSI cut short": (b"x" + ESC + b"[3", b"x"),
    "carriage return": (b"Password accepted\rPassword refused ", b"Password acceptedPassword refused "),
    "backspaces": (b"safe\x08\x08\x08\x08evil", b"safeevil"),
    "bell, form feed, shift": (b"a\x07\x0c\x0e\x0fb", b"ab"),
    "NUL": (b"a\x00b", b"ab"),
    "DEL": (b"a\x7fb", b"ab"),
    "invalid UTF-8": (b"a\xff\xfe\xc3(b", None),
    "overlong ESC": (b"\xc0\x9b[31mx", None),
    "half a surrogate": (b"a\xed\xa0\x80b", None),
    "bidi override": ("user\u202etxt.exe\u202c".encode(), b"usertxt.exe"),
    "bidi isolates and marks": ("a\u2066b\u2069\u200e\u200f\u061cc".encode(), b"abc"),
    "tabulator stays": (b"a\tb", b"a\tb"),
    "what people write stays": ("größe 日本 😀 é".encode(), "größe 日本 😀 é".encode()),
    "long": (b"x" * 65_000, b"x" * 65_000),
    "long and hostile": ((ESC + b"]52;c;" + b"A" * 5000 + b"\x07y") * 12, b"y" * 12),
    "parameters without end": (ESC + b"[" + b"1;" * 30_000 + b"mx", b"x"),
}
# Bytes that act on a terminal, whatever stands around them; its driver makes LF of ours CR LF.
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")


class Hostile(bench.Bench):
    def harmless(self, output):
        text = output.decode()  # strictly: what is no UTF-8 has been replaced
        found = ACTING.search(text.replace("\r\n", "\n"))
        self.assertIsNone(found, repr(text[max(0, found.start() - 40):found.end() + 40]) if found else "")
        return text.replace("\r\n", "\n")

    def write_log(self, engine, raw):
        engine.command("forget-log media-sonarr-1")
        self.assertEqual(engine.command("log-hex media-sonarr-1 " + raw.hex()), "ok")

    def start_engine(self, containers=8):
        return super().start_engine(containers, log_rate=0)

    def test_S29_logs_on_a_terminal_are_inert(self):
        engine = self.start_engine()
        for name, (raw, expected) in CORPUS.items():
            with self.subTest(name):
                self.write_log(engine, raw)
                code, output = self.run_on_terminal("logs", "sonarr")
                self.assertEqual(code, 0, output)
                text = self.harmless(output)
                self.assertEqual(text.count("\n"), 1)
                if expected is not None:
                    self.assertEqual(text[:-1], expected.decode())

    def test_S29_followed_logs_on_a_terminal_are_inert(self):
        engine = self.start_engine()
        raw = [raw for raw, _ in CORPUS.values() if len(raw) < 1000]
        for line in raw:
            self.assertEqual(engine.command("log-hex media-sonarr-1 " + line.hex()), "ok")
        self.assertEqual(engine.command("log media-sonarr-1 the end"), "ok")
        code, output = self.run_on_terminal("logs", "sonarr", "--follow", "--timestamps", until=b"the end")
        self.assertEqual(code, 128 + 15)
        self.assertEqual(self.harmless(output).count("\n"), len(raw) + 1)

    def test_S29_what_is_left_out_of_an_endless_line_is_told(self):
        engine = self.start_engine()
        for raw in (b"x" * 300_000, (ESC + b"]52;c;" + b"A" * 70_000), ESC + b"[" + b"1;" * 50_000):
            self.write_log(engine, raw)
            code, output = self.run_on_terminal("logs", "sonarr")
            self.assertEqual(code, 0)
            self.assertIn("a line was too long", self.harmless(output))
            result = self.run_program("logs", "sonarr", "--json")
            self.expect(result, 0, "a line was too long")
            item = json.loads(result.stdout)
            self.assertEqual((item["cut"], item["text"]), (True, raw.decode()[:65536]))
        self.assertFalse(json.loads(self.run_program("logs", "radarr", "-n1", "--json").stdout or '{"cut": false}')["cut"])

    def test_S29_logs_in_a_pipe_are_the_bytes_as_they_were(self):
        engine = self.start_engine()
        for name, (raw, _) in CORPUS.items():
            with self.subTest(name):
                self.write_log(engine, raw)
                result = subprocess.run([bench.SERVER, "logs", "sonarr"], env=self.environment, capture_output=True,
                                        timeout=bench.DEADLINE, stdin=subprocess.DEVNULL, check=False)
                self.assertEqual(result.stdout, raw + b"\n")

    def test_S29_json_says_everything_and_acts_nowhere(self):
        engine = self.start_engine()
        for name, (raw, _) in CORPUS.items():
            with self.subTest(name):
                self.write_log(engine, raw)
                code, output = self.run_on_terminal("logs", "sonarr", "--json")
                self.assertEqual(code, 0)
                lines = self.harmless(output).splitlines()
                self.assertEqual(len(lines), 1, lines[1:])
                text = json.loads(lines[0])["text"]
                if "surrogate" not in name:  # how many U+FFFD stand for it is the decoder's business
                    self.assertEqual(text.replace("\ufffd", ""), raw.decode(errors="ignore").replace("\ufffd", ""))

    def test_S29_status_and_names_on_a_terminal_are_inert(self):
        engine = self.start_engine()
        for name, (raw, _) in CORPUS.items():
            if len(raw) > 1000 or b"\xed\xa0" in raw:
                continue
            with self.subTest(name):
                for label in ("project", "service"):
                    engine.command("label-hex media-sonarr-1 com.docker.compose.%s %s" % (label, raw.hex()))
                engine.command("image-hex media-sonarr-1 " + raw.hex())
                for words in (["status", "--no-stats", "--no-color"], ["status", "--names"],
                              ["status", "--no-stats", "--json"]):
                    code, output = self.run_on_terminal(*words)
                    self.assertEqual(code, 0, output)
                    text = self.harmless(output)
                    if words[1:] == ["--no-stats", "--no-color"]:
                        self.assertEqual(text.count("\n"), 9)  # a row each, whatever it is called
                        self.assertNotIn("\t", text)

    def test_S29_words_of_the_engine_are_inert(self):
        engine = self.start_engine()
        for name, (raw, _) in CORPUS.items():
            if len(raw) > 1000 or b"\xed\xa0" in raw:
                continue
            with self.subTest(name):
                engine.command("version-hex " + raw.hex())
                code, output = self.run_on_terminal("hosts", "test", "local")
                self.assertEqual(code, 0, output)
                self.assertEqual(self.harmless(output).count("\n"), 1)
                engine.command("fail-hex /containers/* 500 " + (raw + b"\nmediahelm: stopped media/sonarr").hex())
                for words in (["stop", "sonarr"], ["logs", "sonarr"], ["status"]):
                    code, output = self.run_on_terminal(*words)
                    self.assertNotEqual(code, 0)
                    text = self.harmless(output)
                    self.assertIsNone(re.search(r"(?m)^mediahelm: stopped", text), text)
                engine.command("mend")

    def test_S29_words_of_the_user_are_inert(self):
        self.start_engine()
        for name, (raw, _) in CORPUS.items():
            if b"\x00" in raw or len(raw) > 100_000:
                continue
            with self.subTest(name):
                for words in (["status", "--host", raw], [raw], ["logs", raw], ["status", b"--" + raw], ["hosts", raw],
                              ["hosts", "add", raw, "local"], ["hosts", "add", "x", b"ssh://" + raw],
                              ["logs", "sonarr", "--since", raw], ["stop", raw], ["--config", raw, "hosts"]):
                    code, output = self.run_on_terminal(*words)
                    self.assertIn(code, (0, 64, 66, 68, 78), output)
                    self.harmless(output)

    def test_S29_the_servers_log_is_inert(self):
        engine = self.start_engine()
        words = "\u009b31m\u202e" + "\x1b]52;c;AAAA\x07" + '" level=error msg="forged'
        engine.command("fail-hex /containers/json 500 " + words.encode().hex())
        process = self.popen("--server", "--listen", ":0", "--log-level", "debug", stderr=subprocess.PIPE)
        lines = []
        while not any("AAAA" in line for line in lines):
            lines.append(process.stderr.readline())
            self.assertTrue(lines[-1], lines)
        process.terminate()
        self.assertEqual(process.wait(bench.DEADLINE), 0)
        for line in lines:
            self.harmless(line.encode())
            self.assertNotRegex(line, r'(?<!\\)" level=error msg="forged')


if __name__ == "__main__":
    unittest.main()

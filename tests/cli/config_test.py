# SPDX-License-Identifier: GPL-3.0-or-later
"""config get, set and unset: one value of a file, and no other byte."""

import json
import os
import stat
import unittest

import bench

FILE = """# The living room.\r
x-logging: &logging\r
  driver: json-file   # small\r
services:\r
  jellyfin:\r
    image: "jellyfin/jellyfin:10.9"   # pinned\r
    ports: [8096:8096, "7359:7359/udp"]\r
    logging: *logging\r
    user: 0644\r
\r
    # where the films are\r
    volumes:\r
      - /srv/films:/films:ro\r
"""


class Config(bench.Bench):
    def setUp(self):
        super().setUp()
        self.file = os.path.join(self.folder, "compose.yaml")
        self.write(FILE)

    def write(self, text):
        with open(self.file, "w", encoding="utf-8", newline="") as file:
            file.write(text)

    def read(self):
        with open(self.file, encoding="utf-8", newline="") as file:
            return file.read()

    def run_config(self, verb, *words):
        return self.run_program("config", verb, self.file, *words)

    def test_get_prints_a_value(self):
        for pointer, text in (("/services/jellyfin/image", "jellyfin/jellyfin:10.9\n"),
                              ("/services/jellyfin/ports", '[8096:8096, "7359:7359/udp"]\n'),
                              ("/services/jellyfin/ports/1", "7359:7359/udp\n"),
                              ("/services/jellyfin/logging/driver", "json-file\n"),
                              ("/services/jellyfin/logging", "driver: json-file\n"),
                              ("/services/jellyfin/volumes", "- /srv/films:/films:ro\n")):
            with self.subTest(pointer):
                result = self.run_config("get", pointer)
                self.expect(result, 0)
                self.assertEqual(result.stdout, text)

    def test_get_as_json_says_what_compose_reads(self):
        for pointer, value in (("/services/jellyfin/user", 420), ("/services/jellyfin/logging", {"driver": "json-file"}),
                               ("/services/jellyfin/image", "jellyfin/jellyfin:10.9"),
                               ("/services/jellyfin/ports", ["8096:8096", "7359:7359/udp"])):
            with self.subTest(pointer):
                result = self.run_config("get", pointer, "--json")
                self.expect(result, 0)
                self.assertEqual(json.loads(result.stdout), value)

    def test_set_changes_the_bytes_of_that_value_alone(self):
        for pointer, value, old, new in (
                ("/services/jellyfin/image", "jellyfin/jellyfin:10.10", '"jellyfin/jellyfin:10.9"', '"jellyfin/jellyfin:10.10"'),
                ("/services/jellyfin/ports/0", "9096:8096", "8096:8096,", "9096:8096,"),
                ("/services/jellyfin/ports/-", "1900:1900/udp", '"7359:7359/udp"]', '"7359:7359/udp", "1900:1900/udp"]'),
                ("/services/jellyfin/volumes/0", "/srv/cinema:/films:ro", "/srv/films:/films:ro", "/srv/cinema:/films:ro"),
                ("/services/jellyfin/restart", "unless-stopped", "films:ro\r\n", "films:ro\r\n    restart: unless-stopped\r\n")):
            with self.subTest(pointer):
                self.write(FILE)
                self.expect(self.run_config("set", pointer, value), 0)
                self.assertEqual(self.read(), FILE.replace(old, new, 1))
                self.expect(self.run_config("get", pointer.removesuffix("-") + ("2" if pointer.endswith("-") else "")), 0)

    def test_unset_takes_the_value_with_its_comment(self):
        self.expect(self.run_config("unset", "/services/jellyfin/volumes"), 0)
        self.assertEqual(self.read(), FILE[:FILE.index("    # where")])

    def test_nothing_is_written_where_nothing_changes(self):
        before = os.stat(self.file)
        result = self.run_config("set", "/services/jellyfin/user", "0644")
        self.expect(result, 0, "is that already")
        self.assertEqual(os.stat(self.file).st_ino, before.st_ino)

    def test_what_an_alias_shares_is_told(self):
        result = self.run_config("set", "/x-logging/driver", "local")
        self.expect(result, 0, "/services/jellyfin/logging")
        outcome = json.loads(self.run_config("set", "/x-logging/driver", "journald", "--json").stdout)
        self.assertEqual(outcome, {"file": self.file, "pointer": "/x-logging/driver", "changed": True,
                                   "also_affects": ["/services/jellyfin/logging"]})

    def test_the_files_mode_stays(self):
        os.chmod(self.file, 0o664)
        self.expect(self.run_config("set", "/services/jellyfin/user", "1000"), 0)
        self.assertEqual(stat.S_IMODE(os.stat(self.file).st_mode), 0o664)

    def test_what_cannot_be_done_changes_nothing(self):
        missing = os.path.join(self.folder, "none.yaml")
        for words, code, said in (
                (("get", self.file, "/services/jelyfin/image"), 66, "did you mean /services/jellyfin?"),
                (("get", self.file, "services"), 64, "begins with '/'"),
                (("get", missing, "/a"), 66, "none.yaml"),
                (("set", self.file, "/services/jellyfin/image", "[1, 2"), 65, ""),
                (("set", self.file, "/services/jellyfin/ports/9", "1:1"), 66, ""),
                (("unset", self.file, "/services/jellyfin/imige"), 66, "did you mean /services/jellyfin/image?"),
                (("unset", self.file, "/services/jellyfin/logging/driver"), 65, "alias"),
                (("gte", self.file, "/a"), 64, "did you mean config get?"),
                (("set", self.file, "/a"), 64, "FILE POINTER VALUE")):
            with self.subTest(words):
                self.expect(self.run_program("config", *words), code, said)
                self.assertEqual(self.read(), FILE)

    def test_a_broken_file_is_told_with_its_place(self):
        self.write("services:\n  a: {image: x}\n  a: {image: y}\n")
        result = self.run_config("set", "/services/a/image", "z")
        self.expect(result, 65, "compose.yaml:3:3:")
        self.assertEqual(self.read(), "services:\n  a: {image: x}\n  a: {image: y}\n")

    def test_a_variable_of_an_env_file(self):
        self.file = os.path.join(self.folder, "local.env")
        text = "BASE=/srv\n\n# where we are\nTZ='Europe/Berlin'  # summer\nexport DATA_PATH=/srv/data\n"
        self.write(text)
        self.assertEqual(self.run_config("get", "/TZ").stdout, "Europe/Berlin\n")
        self.assertEqual(json.loads(self.run_config("get", "/DATA_PATH", "--json").stdout), "/srv/data")
        self.expect(self.run_config("set", "/TZ", "Europe/Paris"), 0)
        self.assertEqual(self.read(), text.replace("Berlin", "Paris"))
        self.expect(self.run_config("unset", "/TZ"), 0)
        self.assertEqual(self.read(), "BASE=/srv\n\nexport DATA_PATH=/srv/data\n")
        self.expect(self.run_config("get", "/DATA_PTH"), 66, "did you mean /DATA_PATH?")
        self.expect(self.run_config("get", "DATA_PATH"), 64, "/NAME")

    def test_a_link_stays_a_link(self):
        link = os.path.join(self.folder, "link.yaml")
        os.symlink("compose.yaml", link)
        self.expect(self.run_program("config", "set", link, "/services/jellyfin/user", "1000"), 0)
        self.assertTrue(os.path.islink(link))
        self.assertIn("user: 1000", self.read())


if __name__ == "__main__":
    unittest.main()

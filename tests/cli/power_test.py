# SPDX-License-Identifier: GPL-3.0-or-later
"""B11: the power goes at any moment of a save, of the first revision, and of a tag.

The workspace lies on an ext4 of its own, which writes nothing back by itself (commit=60). Each point stops the program at
one of the calls by which it changes a file; what has reached the disk by then, and nothing of what the kernel still
keeps, is copied and mounted again. Of the points a sample; all of them with MEDIAHELM_SWEEP=all, N with MEDIAHELM_SWEEP=N."""

import os
import shutil
import signal
import subprocess
import unittest

import bench
import deployment_test
import sweep_test
from sweep_test import NAME, put, points_of, texts

SIZE = 24 << 20


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True, timeout=bench.DEADLINE).stdout


def setUpModule():
    sweep_test.setUpModule()
    if os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        raise unittest.SkipTest("SKIPPED: only root can mount a disk, and mkfs.ext4 makes it")


def tearDownModule():
    sweep_test.tearDownModule()


class PowerBench(sweep_test.OnTheEngine):
    # The sweeps of the base are not run here once more.
    for each in [name for name in dir(sweep_test.OnTheEngine) if name.startswith("test_")]:
        locals()[each] = None
    del each

    def setUp(self):
        super().setUp()
        self.disk = os.path.join(self.folder, "disk")
        self.place = os.path.join(self.folder, "place")
        os.mkdir(self.place)
        with open(self.disk, "wb") as disk:
            disk.truncate(SIZE)
        run("mkfs.ext4", "-q", "-F", self.disk)
        self.mounted = False
        self.copies = 0
        self.addCleanup(self.unmount)
        self.mount()
        self.workspace = os.path.join(self.place, "media")
        os.mkdir(self.workspace)

    def mount(self):
        # What has a name before its bytes are safe is what a power cut shows: no mercy by auto_da_alloc.
        run("mount", "-o", "loop,commit=60,noauto_da_alloc", self.disk, self.place)
        self.mounted = True

    def unmount(self):
        if self.mounted:
            run("umount", self.place)
        self.mounted = False

    # Each copy has a name of its own: of one that is written over, the kernel may still keep what it was.
    def take_disk(self, image):
        self.unmount()
        self.copies += 1
        fresh = os.path.join(self.folder, "disk-%d" % self.copies)
        run("cp", "--sparse=always", image, fresh)
        os.unlink(self.disk)
        self.disk = fresh
        self.mount()

    def keep_disk(self, name):
        self.unmount()
        run("cp", "--sparse=always", self.disk, os.path.join(self.folder, name))
        self.mount()

    def bring_disk(self, name):
        self.take_disk(os.path.join(self.folder, name))

    def cut(self):
        """The power goes, and comes back."""
        image = os.path.join(self.folder, "cut")
        run("cp", "--sparse=always", self.disk, image)
        self.take_disk(image)
        os.unlink(image)

    def at(self, number, words):
        result, calls = self.meddled(*words, at=number)
        self.assertEqual(result.returncode, -signal.SIGKILL if number else 0, "%s\n%s" % (words, result.stderr))
        self.cut()
        return calls


class Files(PowerBench):
    def swept(self, what, words, verify):
        """The program at each point; verify(point, acknowledged) looks at what is there after the cut."""
        self.keep_disk("pristine")
        calls = self.at(0, words)
        verify("acknowledged", True)
        numbers = points_of(len(calls))
        for number in numbers:
            self.bring_disk("pristine")
            self.at(number, words)
            verify("at %d, %s" % (number, calls[number - 1].replace(self.folder, "")), False)
        print("\npower cut, %s: %d of %d points ok" % (what, len(numbers) + 1, len(numbers) + 1), flush=True)

    def test_B11_a_file_is_old_or_new_and_what_was_acknowledged_is_new(self):
        put(self.workspace, texts("a"))
        path = os.path.join(self.workspace, "services", "web.yaml")
        words = ("config", "set", path, "/services/web/image", NAME + ":b")
        with open(path, encoding="utf-8") as file:
            old = file.read()
        fresh = old.replace(NAME + ":a", NAME + ":b")

        def verify(point, acknowledged):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            self.assertIn(text, (fresh,) if acknowledged else (old, fresh), point)
            self.expect(self.run_program(*words), 0)

        self.swept("config set", words, verify)

    def test_B11_the_first_revision_is_there_or_not(self):
        put(self.workspace, texts("a"))
        words = ("save", self.workspace, "-m", "the first")

        def verify(point, acknowledged):
            self.verify_revisions(point, ["the first"], acknowledged, words)

        self.swept("first save", words, verify)

    def test_B11_a_second_revision_is_there_or_not(self):
        put(self.workspace, texts("a"))
        self.expect(self.run_verb("save", "-m", "the first"), 0)
        put(self.workspace, texts("b"))
        words = ("save", self.workspace, "-m", "the second")

        def verify(point, acknowledged):
            self.verify_revisions(point, ["the second", "the first"], acknowledged, words)

        self.swept("second save", words, verify)

    def test_B11_a_tag_is_there_or_not(self):
        put(self.workspace, texts("a"))
        self.expect(self.run_verb("save", "-m", "the first"), 0)
        words = ("tag", self.workspace, self.revisions()[0]["id"], "before-the-move")

        def verify(point, acknowledged):
            tags = [tag for tag in self.revisions()[0]["tags"] if tag == "before-the-move"]
            if acknowledged:
                self.assertTrue(tags, point)
            if not tags:
                self.expect(self.run_program(*words), 0)
            self.assertIn("before-the-move", self.revisions()[0]["tags"], point)
            self.verify_store(point)

        self.swept("tag", words, verify)

    def verify_revisions(self, point, all_of_them, acknowledged, words):
        """Those before it are there whatever happened, and the one that was made is, or can be made now."""
        result = self.run_verb("revisions", "--json")
        self.expect(result, 0)
        found = [each["message"] for each in self.revisions()]
        self.assertIn(found, [all_of_them] if acknowledged else [all_of_them, all_of_them[1:]], point)
        if found != all_of_them:
            result = self.run_program(*words)
            self.assertEqual(result.returncode, 0, "%s: %s" % (point, result.stderr))
            self.assertEqual([each["message"] for each in self.revisions()], all_of_them, point)
        self.verify_store(point)


if __name__ == "__main__":
    unittest.main(verbosity=2)

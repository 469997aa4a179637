// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/file_diff.h"

namespace mediahelm::model {

namespace {

QByteArray mode(bool executable)
{
    return executable ? "100755" : "100644";
}

// "12,3", or "12" for a single line.
QByteArray range(int start, int lines)
{
    QByteArray text = QByteArray::number(start);
    if (lines != 1)
        text += ',' + QByteArray::number(lines);
    return text;
}

QByteArray modeLines(const FileChange &change)
{
    switch (change.kind) {
    case FileChangeKind::added: return "new file mode " + mode(change.newExecutable) + '\n';
    case FileChangeKind::removed: return "deleted file mode " + mode(change.oldExecutable) + '\n';
    case FileChangeKind::changed:
    case FileChangeKind::modeChanged: break;
    }
    if (change.oldExecutable == change.newExecutable)
        return {};
    return "old mode " + mode(change.oldExecutable) + "\nnew mode " + mode(change.newExecutable) + '\n';
}

QByteArray lineText(const DiffLine &line)
{
    static constexpr char marks[] = {' ', '+', '-'};
    QByteArray text = marks[int(line.change)] + line.text + '\n';
    if (line.endsWithoutNewline)
        text += "\\ No newline at end of file\n";
    return text;
}

// git marks the end of a name with spaces by a tab.
QByteArray nameLine(const char *mark, const QByteArray &name)
{
    return mark + name + (name.contains(' ') ? "\t\n" : "\n");
}

} // namespace

QByteArray unifiedText(const Changes &changes)
{
    QByteArray text;
    for (const FileChange &change : changes) {
        const QByteArray path = change.path.text().toUtf8();
        const QByteArray oldName = change.kind == FileChangeKind::added ? QByteArray("/dev/null") : "a/" + path;
        const QByteArray newName = change.kind == FileChangeKind::removed ? QByteArray("/dev/null") : "b/" + path;
        text += "diff --git a/" + path + " b/" + path + '\n' + modeLines(change);
        if (change.binary)
            text += "Binary files " + oldName + " and " + newName + " differ\n";
        if (!change.hunks.isEmpty())
            text += nameLine("--- ", oldName) + nameLine("+++ ", newName);
        for (const DiffHunk &hunk : change.hunks) {
            text += "@@ -" + range(hunk.oldStart, hunk.oldLines) + " +" + range(hunk.newStart, hunk.newLines) + " @@\n";
            for (const DiffLine &line : hunk.lines)
                text += lineText(line);
        }
    }
    return text;
}

} // namespace mediahelm::model

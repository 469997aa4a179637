// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/help/help_pages.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// In the global namespace, as rcc asks; the resource of a static library is otherwise dropped by the linker.
static void takeInHelp()
{
    static const bool done = [] {
        Q_INIT_RESOURCE(mediahelm_help);
        return true;
    }();
    Q_UNUSED(done)
}

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

QStringList helpCodes()
{
    takeInHelp();
    QStringList codes = QDir(u":/help/diagnostics"_s).entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    for (QString &code : codes)
        code.chop(3);
    return codes;
}

std::optional<QString> helpPage(const QString &code)
{
    const bool plain =
        std::all_of(code.begin(), code.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'-'; });
    if (!plain || code.isEmpty())
        return std::nullopt;
    takeInHelp();
    QFile file(u":/help/diagnostics/%1.md"_s.arg(code));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QString text = QString::fromUtf8(file.readAll());
    return text.mid(text.indexOf(u'#')); // behind the licence
}

QString helpTitle(const QString &code)
{
    const std::optional<QString> page = helpPage(code);
    return page ? page->section(u'\n', 0, 0).mid(2) : QString();
}

} // namespace mediahelm::workspace

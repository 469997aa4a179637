// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/conflict_dialog.h"

#include "core/control/text_help.h"
#include "ui/configuration/text_editor.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <vector>

namespace mediahelm::ui {

namespace {

constexpr qsizetype mostCompared = 3000; // lines that differ, of each side: beyond, all between counts as different
constexpr int changedMarker = 5;

} // namespace

QList<int> linesThatDiffer(const QByteArray &text, const QByteArray &other)
{
    const QList<QByteArray> a = text.split('\n');
    const QList<QByteArray> b = other.split('\n');
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a.at(head) == b.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail))
        ++tail;
    const qsizetype rows = a.size() - head - tail;
    const qsizetype columns = b.size() - head - tail;
    QList<int> differ;
    if (rows > mostCompared || columns > mostCompared || rows * columns > 4'000'000) {
        for (qsizetype i = 0; i < rows; ++i)
            differ.append(int(head + i));
        return differ;
    }
    // The longest common subsequence of what is between.
    std::vector<std::vector<quint16>> length(size_t(rows) + 1, std::vector<quint16>(size_t(columns) + 1));
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j) {
            const bool same = a.at(head + i) == b.at(head + j);
            length[size_t(i)][size_t(j)] = same
                ? quint16(length[size_t(i) + 1][size_t(j) + 1] + 1)
                : std::max(length[size_t(i) + 1][size_t(j)], length[size_t(i)][size_t(j) + 1]);
        }
    }
    qsizetype j = 0;
    for (qsizetype i = 0; i < rows; ++i) {
        while (j < columns && a.at(head + i) != b.at(head + j)
               && length[size_t(i)][size_t(j) + 1] >= length[size_t(i) + 1][size_t(j)]
               && length[size_t(i)][size_t(j) + 1] == length[size_t(i)][size_t(j)])
            ++j;
        if (j < columns && a.at(head + i) == b.at(head + j))
            ++j;
        else
            differ.append(int(head + i));
    }
    return differ;
}

ConflictDialog::ConflictDialog(control::Configuration &configuration, Sides sides, QWidget *parent)
    : QDialog(parent)
    , m_sides(std::move(sides))
    , m_state(makeText(TextRole::normal, tr("Comparing…"), this, true))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changed in two places"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    auto *title = new ElidedLabel(TextRole::heading, m_sides.path, this);
    layout->addWidget(title);
    layout->addWidget(
        makeText(TextRole::normal,
                 m_sides.gone ? tr("Another program removed this file while you were editing it.")
                              : tr("Another program changed this file while you were editing it. Lines that differ "
                                   "are marked."),
                 this, true));
    layout->addWidget(makeSides(), 1);
    layout->addWidget(m_state);
    layout->addWidget(makeButtons());
    resize(960, 620);
    configuration.help()
        .merge(m_sides.base, m_sides.theirs, m_sides.mine)
        .then(this, [this](const base::Result<control::MergedText> &result) { take(result); });
}

QWidget *ConflictDialog::makeSides()
{
    auto *all = new QWidget(this);
    auto *layout = new QHBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    if (!m_sides.base.isEmpty())
        layout->addWidget(makeSide(tr("Before"), m_sides.base, m_sides.base));
    layout->addWidget(makeSide(tr("On disk"), m_sides.theirs, m_sides.base.isEmpty() ? m_sides.mine : m_sides.base));
    layout->addWidget(makeSide(tr("Yours"), m_sides.mine, m_sides.base.isEmpty() ? m_sides.theirs : m_sides.base));
    return all;
}

QWidget *ConflictDialog::makeSide(const QString &title, const QByteArray &bytes, const QByteArray &other)
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(makeText(TextRole::strong, title, side));
    auto *editor = new TextEditor(m_sides.syntax, side);
    editor->setAccessibleName(title);
    editor->load(bytes);
    editor->setReadOnly(true);
    editor->setFrameShape(QFrame::StyledPanel);
    editor->setMarginWidth(1, 0);
    editor->setCaretLineVisible(false);
    editor->markerDefine(QsciScintilla::Background, changedMarker);
    editor->setMarkerBackgroundColor(paletteOf(this).tone(Tone::warning).soft, changedMarker);
    const QList<int> differ = linesThatDiffer(bytes, other);
    for (const int line : differ)
        editor->markerAdd(line, changedMarker);
    if (!differ.isEmpty())
        editor->goTo({differ.constFirst() + 1, 1, 1});
    layout->addWidget(editor, 1);
    return side;
}

QWidget *ConflictDialog::makeButtons()
{
    auto *box = new QDialogButtonBox(this);
    m_merge = box->addButton(tr("Take both changes"), QDialogButtonBox::AcceptRole);
    auto *mine = box->addButton(tr("Keep mine"), QDialogButtonBox::ActionRole);
    auto *theirs = box->addButton(tr("Take theirs"), QDialogButtonBox::ActionRole);
    box->addButton(tr("Decide later"), QDialogButtonBox::RejectRole);
    m_merge->setEnabled(false);
    mine->setToolTip(tr("Your text stays; the next save writes it over the one on disk"));
    theirs->setToolTip(tr("The text on disk takes the place of yours; it can be undone"));
    connect(m_merge, &QPushButton::clicked, this, [this] {
        Q_EMIT merged(m_merged);
        close();
    });
    connect(mine, &QPushButton::clicked, this, [this] {
        Q_EMIT mineKept();
        close();
    });
    connect(theirs, &QPushButton::clicked, this, [this] {
        Q_EMIT theirsTaken();
        close();
    });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::close);
    return box;
}

void ConflictDialog::take(const base::Result<control::MergedText> &merged)
{
    const bool able = merged && !m_sides.gone && !m_sides.base.isEmpty();
    m_merge->setEnabled(able);
    if (able)
        m_merged = merged->bytes;
    if (able && merged->conflicts == 0) {
        m_merge->setDefault(true);
        m_state->setText(tr("The changes do not touch each other: both can be taken."));
    } else if (able) {
        m_merge->setText(tr("Take both, marked"));
        m_merge->setToolTip(tr("Marks stand around the lines that both sides changed; it can be undone"));
        m_state->setText(
            tr("In %n places the same lines were changed on both sides: one of them must give way, or both "
               "stand there between marks, for you to choose from.",
               nullptr, merged->conflicts));
    } else if (m_sides.gone) {
        m_state->setText(tr("Keep yours to write the file again with the next save."));
    } else {
        m_state->setText(tr("What both began with is not known, so the changes cannot be put together."));
    }
}

} // namespace mediahelm::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/file_name_dialog.h"

#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr auto placeholder = QLatin1String("NAME");
constexpr int longestName = 200;

bool isOdd(QChar c)
{
    return c.category() == QChar::Other_Control || c == u'\\';
}

} // namespace

QString pathFromName(const QString &pattern, const QString &name)
{
    const qsizetype at = pattern.indexOf(placeholder);
    if (at < 0)
        return pattern;
    const QString suffix = pattern.mid(at + placeholder.size());
    const bool whole = !suffix.isEmpty() && name.endsWith(suffix) && name.size() > suffix.size();
    return pattern.first(at) + name + (whole ? QString() : suffix);
}

QString nameFromPath(const QString &pattern, const QString &path)
{
    const qsizetype at = pattern.indexOf(placeholder);
    const QString suffix = at < 0 ? QString() : pattern.mid(at + placeholder.size());
    if (at < 0 || !path.startsWith(pattern.first(at)) || !path.endsWith(suffix) || path.size() <= at + suffix.size())
        return path;
    return path.mid(at, path.size() - at - suffix.size());
}

FileNameDialog::FileNameDialog(const Content &content, QWidget *parent)
    : QDialog(parent)
    , m_pattern(content.pattern)
    , m_taken(content.taken)
    , m_name(new QLineEdit(this))
    , m_state(makeText(TextRole::normal, {}, this, true))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(content.title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Name"), m_name);
    m_name->setMaxLength(longestName);
    m_name->setReadOnly(!m_pattern.contains(placeholder));
    layout->addLayout(form);
    m_state->setMinimumHeight(fontMetrics().lineSpacing() * 2); // so that nothing jumps
    m_state->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    layout->addWidget(m_state);
    if (!content.note.isEmpty())
        layout->addWidget(makeText(TextRole::normal, content.note, this, true));
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    m_act = buttons->addButton(content.verb, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_act->setDefault(true);
    layout->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &FileNameDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_path);
        accept();
    });
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_name->setText(m_name->isReadOnly() ? m_pattern : content.name);
    m_name->selectAll();
    take(m_name->text());
}

void FileNameDialog::take(const QString &text)
{
    const QString name = text.trimmed();
    const QString path = pathFromName(m_pattern, name);
    const bool mayHaveFolders = m_pattern.endsWith(placeholder);
    const QString wrong = name.isEmpty()                                  ? tr("Give it a name.")
        : !m_name->isReadOnly() && !mayHaveFolders && name.contains(u'/') ? tr("A name has no / in it.")
        : std::ranges::any_of(name, isOdd) || name.split(u'/').contains(u".."_qs) || name.startsWith(u'/')
        ? tr("A file cannot be called so.")
        : m_taken.contains(path) ? tr("There is a file %1 already.").arg(path)
                                 : QString();
    m_path = wrong.isEmpty() ? path : QString();
    m_state->setText(wrong.isEmpty() ? tr("The file is %1").arg(path) : wrong);
    m_act->setEnabled(wrong.isEmpty());
}

} // namespace mediahelm::ui

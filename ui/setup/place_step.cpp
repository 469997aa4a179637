// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/place_step.h"

#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/page_parts.h"

#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace std::chrono_literals;

namespace mediahelm::ui {

using control::SetupGround;

namespace {

constexpr qsizetype mostNames = 4;

QString folderOf(const QString &text)
{
    const QString given = text.trimmed();
    if (given == u"~" || given.startsWith(u"~/"))
        return QDir::homePath() + given.mid(1);
    return given;
}

// ^[a-z0-9][a-z0-9_-]{0,62}$, as the manifest's schema has it.
bool isProjectName(const QString &name)
{
    const auto plain = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    return !name.isEmpty() && name.size() <= 63 && plain(name.front())
        && std::ranges::all_of(name, [&](QChar c) { return plain(c) || c == u'-' || c == u'_'; });
}

} // namespace

PlaceStep::PlaceStep(control::WorkspaceSetup &setup, const QString &folder, Takes takes, QWidget *parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_takes(takes)
    , m_folder(new QLineEdit(folder, this))
    , m_name(new QLineEdit(this))
    , m_symbol(new SymbolLabel(QStringLiteral("hourglass_top"), Tone::neutral, this))
    , m_words(makeText(TextRole::normal, {}, this, true))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(makeText(TextRole::normal,
                               tr("A workspace is a folder of plain files: one Compose file for each service, and "
                                  "files with their variables. docker compose runs it without Mediahelm, too."),
                               this, true));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(space::small);
    auto *row = new QHBoxLayout;
    auto *browseButton = new QPushButton(tr("Choose…"), this);
    browseButton->setAccessibleDescription(tr("Chooses the folder"));
    row->addWidget(m_folder, 1);
    row->addWidget(browseButton);
    auto *label = new QLabel(tr("&Folder on this machine"), this);
    label->setBuddy(m_folder);
    m_folder->setAccessibleName(tr("Folder on this machine"));
    form->addRow(label, row);
    form->addRow(tr("&Name of the project"), m_name);
    m_name->setMaxLength(63);
    layout->addLayout(form);
    auto *state = new QHBoxLayout;
    state->setSpacing(space::small);
    state->addWidget(m_symbol, 0, Qt::AlignTop);
    state->addWidget(m_words, 1);
    layout->addLayout(state);
    layout->addStretch();
    m_pause.setSingleShot(true);
    m_pause.setInterval(250ms);
    connect(&m_pause, &QTimer::timeout, this, &PlaceStep::look);
    connect(m_folder, &QLineEdit::textChanged, this, &PlaceStep::edited);
    connect(m_name, &QLineEdit::textChanged, this, &PlaceStep::edited);
    connect(browseButton, &QPushButton::clicked, this, &PlaceStep::browse);
    look();
}

QString PlaceStep::project() const
{
    return m_name->text().trimmed();
}

void PlaceStep::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the new workspace"), folderOf(m_folder->text()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void PlaceStep::edited()
{
    m_ground.reset();
    m_pause.start();
    Q_EMIT changed();
}

void PlaceStep::look()
{
    const int asked = ++m_asked;
    const QString folder = folderOf(m_folder->text());
    if (folder.isEmpty() || !QDir::isAbsolutePath(folder))
        return tell(QStringLiteral("info"), Tone::neutral, tr("Give the whole path of the folder, from / on."));
    if (!project().isEmpty() && !isProjectName(project()))
        return tell(QStringLiteral("error"), Tone::bad,
                    tr("A project's name is of small letters, digits, - and _, and begins with a letter or digit."));
    m_setup.lookAt(folder, project()).then(this, [this, asked](const base::Result<SetupGround> &ground) {
        if (asked == m_asked)
            take(ground);
    });
}

void PlaceStep::take(const base::Result<SetupGround> &ground)
{
    if (!ground) {
        const ErrorWords words = wordsFor(ground.error(), tr("The folder cannot be used"));
        return tell(QStringLiteral("error"), Tone::bad, words.all());
    }
    m_name->setPlaceholderText(ground->project);
    using State = SetupGround::State;
    if (ground->state == State::occupied) {
        const QStringList some = ground->inTheWay.mid(0, mostNames);
        return tell(QStringLiteral("error"), Tone::bad,
                    tr("The folder is not empty: there is %1. Choose another one, or one inside it.")
                        .arg(some.size() < ground->inTheWay.size() ? tr("%1 and more").arg(some.join(u", "_qs))
                                                                   : some.join(u", "_qs)));
    }
    if (ground->state == State::workspace && m_takes == Takes::newFolders)
        return tell(QStringLiteral("error"), Tone::bad,
                    tr("There is the workspace %1 already. Open it, and import the container there; or choose another "
                       "folder.")
                        .arg(ground->project));
    m_ground = *ground;
    const bool good = ground->state != State::workspace;
    tell(good ? QStringLiteral("check_circle") : QStringLiteral("info"), good ? Tone::good : Tone::info,
         ground->state == State::missing ? tr("The folder will be made. The project is called %1.").arg(ground->project)
             : ground->state == State::empty ? tr("The folder is empty. The project is called %1.").arg(ground->project)
                                             : tr("There is the workspace %1 already: services are added to it, and "
                                                  "nothing else in it changes.")
                                                   .arg(ground->project));
}

void PlaceStep::tell(const QString &symbol, Tone tone, const QString &words)
{
    m_symbol->setSymbol(symbol, tone);
    m_words->setText(words);
    Q_EMIT changed();
}

} // namespace mediahelm::ui

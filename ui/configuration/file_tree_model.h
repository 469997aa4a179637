// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration_file.h"
#include "core/model/diagnostic.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

namespace mediahelm::ui {

// The files of a workspace in groups by what they are, with marks for what is wrong in them and for what is not saved.
// Owned by its view's page; main thread.
class FileTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setFiles(const QList<control::ConfigurationFile> &files);
    void setProblems(const QList<model::Diagnostic> &problems);
    void setUnsaved(const QSet<QString> &paths);

    QString path(const QModelIndex &index) const; // empty for a group
    QModelIndex indexOf(const QString &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Group {
        control::FileKind kind = control::FileKind::compose;
        QStringList paths;
    };
    struct Count {
        int errors = 0;
        int warnings = 0;

        friend bool operator==(const Count &, const Count &) = default;
    };

    QVariant fileData(const QString &path, control::FileKind kind, int role) const;
    QVariant groupData(const Group &group, int role) const;
    void changed(const QString &path);

    QList<Group> m_groups;
    QHash<QString, Count> m_counts;
    QSet<QString> m_unsaved;
};

} // namespace mediahelm::ui
